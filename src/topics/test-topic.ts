// A topic tried on the last seven days: what it matches and nearly matches, and why.

import { type Article, articleTime } from '../articles/article.ts';
import type { Problem } from '../errors.ts';
import type { Store } from '../store/contract.ts';
import { type Explanation, explainQuery } from './explain.ts';
import { toMatchDoc } from './match-doc.ts';
import type { Query } from './query.ts';
import { searchArticles } from './search-articles.ts';
import { wantedTexts } from './search-ask.ts';
import { takeTurns } from './take-turns.ts';
import type { Topic } from './topic.ts';
import { meanTopicQuery } from './topic-query.ts';
import type { Gap, TestedArticle, TopicTest } from './topic-test.ts';

const BACKWARDS_MS = 7 * 86_400_000;
/** Articles that are looked at, of those that it matched and of those that have a word of it. */
const LOOKED_AT = 400;

export interface TestTopicDeps {
  readonly store: Pick<Store, 'articles' | 'search' | 'sources'>;
  readonly now: () => number;
}

/** `sources`: what the owner calls the topic's. */
export async function testTopic(
  topic: Topic,
  sources: readonly string[],
  { store, now }: TestTopicDeps,
): Promise<TopicTest | Problem> {
  const parsed = await meanTopicQuery(topic, store);
  if ('problem' in parsed) return parsed;
  const at = now();
  const tried: Tried[] = [];
  await takeTurns(await candidatesOf(topic, parsed.query, { store, now }), (article) => {
    tried.push({ article, why: explainQuery(parsed.query, toMatchDoc(article), at) });
  });
  return {
    kind: 'topic-test',
    topic,
    matched: byStory(tried.filter(({ why }) => why.matched)),
    near: byStory(tried.filter(({ why }) => isNear(why)).map((one) => withNames(one, topic, sources))),
  };
}

interface Tried {
  readonly article: Article;
  readonly why: Explanation;
}

/** What it has matched, and what has a word of it. */
async function candidatesOf(topic: Topic, query: Query, { store, now }: TestTopicDeps): Promise<Article[]> {
  const scope = { owners: [topic.owner] };
  const since = now() - BACKWARDS_MS;
  const matched = await store.articles.latest(scope, { topicId: topic.id, since, limit: LOOKED_AT });
  const words = wantedTexts(query).map(({ text }) => asPlain(text));
  const wish = { scope, query: words.join(' '), since, limit: LOOKED_AT, lenient: true };
  const found = words.length === 0 ? { hits: [] } : await searchArticles(wish, { store, now });
  const others = 'hits' in found ? found.hits.map(({ article }) => article) : [];
  return [...new Map([...matched, ...others].map((article) => [article.id, article])).values()];
}

/** Without signs and operators. */
function asPlain(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ').replace(/\b(?:AND|OR|NOT)\b/g, (word) => word.toLowerCase());
}

/** Something of it is there, and one thing is in the way. */
function isNear({ matched, found, gaps }: Explanation): boolean {
  return !matched && found.length > 0 && gaps.length === 1;
}

/** A source is told by its own server's name for it, where it is the topic's. */
function withNames({ article, why }: Tried, topic: Topic, sources: readonly string[]): Tried {
  const isOwn = ({ kind, words }: Gap): boolean =>
    kind === 'source' && words.every((name) => topic.sources.includes(name));
  return { article, why: { ...why, gaps: why.gaps.map((gap) => (isOwn(gap) ? { ...gap, words: sources } : gap)) } };
}

function byStory(tried: readonly Tried[]): readonly TestedArticle[] {
  const best = [...tried].sort((a, b) => b.why.score - a.why.score || articleTime(b.article) - articleTime(a.article));
  return [...Map.groupBy(best, ({ article }) => article.storyId).values()].map(([first, ...rest]) =>
    toTested(first as Tried, rest.length),
  );
}

function toTested({ article, why }: Tried, others: number): TestedArticle {
  const { title, url, source } = article;
  const { score, fits, found, gaps } = why;
  return { title, url, source, at: articleTime(article), score, fits, found, gaps, others };
}
