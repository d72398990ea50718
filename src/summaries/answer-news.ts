// What is new in a story since a person last looked at it.

import type { Problem } from '../errors.ts';
import type { Scope } from '../scope.ts';
import type { Store } from '../store/contract.ts';
import { composeStory } from '../stories/compose-story.ts';
import { findStory } from '../stories/find-story.ts';
import { type Look, lookAnew, lookOn } from '../stories/look.ts';
import type { Story } from '../stories/story.ts';
import type { NewsAnswer } from './answer.ts';
import { besides } from './besides.ts';
import { type StorySummary, type Summarize, summarizeStory } from './story-card.ts';

const SENTENCES = 4;

export interface NewsDeps {
  readonly store: Pick<Store, 'looks'>;
  readonly summarize: Summarize;
  readonly now: () => number;
}

export interface NewsAsk {
  readonly scope: Scope;
  /** The ref of a stored story. */
  readonly of: string;
  /** Whose looks are remembered. */
  readonly person: string;
}

/** This is a look as well. */
export async function answerNews(
  { scope, of, person }: NewsAsk,
  deps: NewsDeps & { readonly store: Pick<Store, 'articles' | 'stories'> },
): Promise<NewsAnswer | Problem> {
  const story = await findStory(scope, of, deps.store);
  if (story === undefined) return { problem: 'expired' };
  const since = await noteLook({ story, scope, person, isOn: true }, deps);
  const { sentences, articles } = since ? await findNewsIn(story, since, deps.summarize) : NOTHING;
  const { headline: title, articles: all } = story;
  return { kind: 'news', title, url: all[0]?.url, since: since?.at, sentences, articles };
}

interface Looking extends Pick<NewsAsk, 'scope' | 'person'> {
  readonly story: Story;
  /** It goes on from an answer that is there. */
  readonly isOn: boolean;
}

/** Remembers that the person looks at the story now; answers the last look before this visit. */
export async function noteLook(
  { story, scope: { owners }, person, isOn }: Looking,
  { store: { looks }, now }: Pick<NewsDeps, 'store' | 'now'>,
): Promise<Look | undefined> {
  const [owner] = owners;
  if (owner === undefined) return undefined;
  const by = { person, owner, storyId: story.id };
  const upTo = story.articles.reduce((newest, { id }) => (id > newest ? id : newest), 0 as Look['upTo']);
  const known = await looks.get(by);
  const visit = (isOn ? lookOn : lookAnew)(known, { at: now(), upTo });
  await looks.put(by, visit);
  return visit.before;
}

const NOTHING: Pick<StorySummary, 'sentences' | 'articles'> = { sentences: [], articles: [] };

/** Sentences of what came after the look that say what nothing before it said; none where all has been said before. */
export async function findNewsIn(story: Story, since: Look, summarize: Summarize): Promise<typeof NOTHING> {
  const { articles, copies } = story;
  const news = articles.filter(({ id, text }) => id > since.upTo && text !== '' && !copies.includes(id));
  if (news.length === 0) return NOTHING;
  const told = composeStory(story.id, news);
  const { summary, ...said } = await summarizeStory(
    told,
    { sentences: SENTENCES },
    besides(story, told.articles, summarize),
  );
  return summary.isNews ? said : NOTHING;
}
