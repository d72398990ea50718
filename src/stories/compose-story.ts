import { type Article, type ArticleId, articleTime } from '../articles/article.ts';
import { fold } from '../text/fold.ts';
import { baseLanguage } from '../text/language-code.ts';
import { toTerms } from '../text/terms.ts';
import { cosine, countTerms } from '../text/vectors.ts';
import { shareOf } from './idf.ts';
import type { Story, StoryId } from './story.ts';

/** What stands for an article when the most central one is looked for. */
const LEAD_CHARS = 400;
/** A large story's centre shows in a part of it. */
const MOST_COMPARED = 40;

/** A story as one scope sees it, from its articles in that scope (at least one). */
export function composeStory(id: StoryId, articles: readonly Article[]): Story {
  const copies = copiesAmong(articles);
  const own = articles.filter((article) => !copies.has(article.id)).sort(byNewest);
  const central = mostCentral(own);
  const rest = own.filter((article) => article !== central);
  const times = articles.map(articleTime);
  return {
    id,
    headline: central.title,
    articles: [central, ...rest, ...articles.filter((article) => copies.has(article.id)).sort(byNewest)],
    copies: [...copies],
    sources: distinctSources([central, ...rest]),
    firstAt: Math.min(...times),
    lastAt: Math.max(...times),
  };
}

function byNewest(a: Article, b: Article): number {
  return articleTime(b) - articleTime(a) || b.id - a.id;
}

/** Copies of an article that is here, and all but the first of several copies of one that is not. */
function copiesAmong(articles: readonly Article[]): Set<ArticleId> {
  const originals = new Map(articles.map((article) => [article.id, article.copyOf]));
  const rootOf = (id: ArticleId): ArticleId => {
    const seen = new Set<ArticleId>();
    let root = id;
    for (let next = originals.get(root); next !== undefined && !seen.has(next); next = originals.get(root)) {
      seen.add(root);
      root = next;
    }
    return root;
  };
  const copies = new Set<ArticleId>();
  const taken = new Set<ArticleId>(
    articles.filter((article) => article.copyOf === undefined).map((article) => article.id),
  );
  for (const article of [...articles].sort((a, b) => a.id - b.id)) {
    if (article.copyOf === undefined) continue;
    const root = rootOf(article.id);
    if (taken.has(root)) copies.add(article.id);
    taken.add(root);
  }
  return copies;
}

/** Publishers' names, each once whatever its spelling. */
function distinctSources(articles: readonly Article[]): string[] {
  const names = new Map<string, string>();
  for (const { source } of articles) {
    const key = fold(source).replace(/^the\s+|[^\p{L}\p{N}]+/gu, '');
    if (!names.has(key)) names.set(key, source);
  }
  return [...names.values()];
}

/** The article whose headline and lead are most like all the others'; the newest of equals. */
function mostCentral(articles: readonly Article[]): Article {
  const some = articles.slice(0, MOST_COMPARED);
  const vectors = some.map(toVector);
  let best = { article: some[0]!, likeness: -1 };
  some.forEach((article, i) => {
    const likeness = vectors.reduce((sum, vector, j) => (i === j ? sum : sum + cosine(vectors[i]!, vector)), 0);
    if (likeness > best.likeness + 1e-9) best = { article, likeness };
  });
  return best.article;
}

function toVector(article: Article): Map<string, number> {
  const lang = baseLanguage(article.lang) ?? 'en';
  const terms = [
    ...toTerms(article.title, lang),
    ...toTerms(`${article.title}\n${article.text.slice(0, LEAD_CHARS)}`, lang),
  ];
  const counts = countTerms(terms);
  for (const [term, count] of counts) counts.set(term, (1 + Math.log(count)) * -Math.log(shareOf(term, lang)));
  return counts;
}
