// A digest as it is shown: from the stories that were chosen to cards with their sentences.

import type { Article } from '../articles/article.ts';
import type { Store } from '../store/contract.ts';
import type { StoryCard } from '../stories/answer.ts';
import { composeStories } from '../stories/compose-stories.ts';
import { composeStory } from '../stories/compose-story.ts';
import type { Label } from '../summaries/answer.ts';
import { besides } from '../summaries/besides.ts';
import { shortenHeadline } from '../summaries/headline.ts';
import { type Summarize, storyLabels, summarizeWith, toStoryCard } from '../summaries/story-card.ts';
import { isLesserPart, readingOnly, toldBy } from '../summaries/told-by.ts';
import { type Chosen, chooseStories } from './choose-stories.ts';
import type { Digest, Style } from './digest.ts';
import type { DigestStory, DigestView } from './digest-view.ts';
import { type DigestDraft, type DraftStore, draftDigest } from './draft-digest.ts';

export interface ComposeDeps {
  readonly store: DraftStore & Pick<Store, 'topics' | 'guilds'>;
  readonly summarize: Summarize;
  readonly now: () => number;
}

const SENTENCES: Readonly<Record<Style, number>> = { headlines: 0, brief: 1, full: 3 };

const DAY_MS = 86_400_000;

/** Two lines on a screen. */
const MAX_HEADLINE = 110;

/** What the digest would post now, for a preview; where nothing is new, what the last day held, so that there is something to look at. */
export async function composeDigest(digest: Digest, deps: ComposeDeps): Promise<DigestView> {
  const now = deps.now();
  const draft = await draftDigest(digest, deps.store, now);
  const isNew = draft.stories.length > 0;
  const shown = isNew ? draft : await lastDay(digest, deps.store, now);
  const view = await viewDigest(digest, shown, { at: now, late: false, runKey: 'preview' }, deps);
  return { ...view, sample: !isNew && view.stories.length > 0 };
}

export async function viewDigest(
  digest: Digest,
  { stories, more }: Pick<DigestDraft, 'stories' | 'more'>,
  run: Pick<DigestView, 'at' | 'late' | 'runKey'>,
  { store, summarize }: Pick<ComposeDeps, 'store' | 'summarize'>,
): Promise<DigestView> {
  const { method } = await store.guilds.settings(digest.owner);
  const asChosen = summarizeWith(summarize, method);
  const topics = digest.topics.length === 0 ? [] : await store.topics.list(digest.owner);
  return {
    ...run,
    kind: 'digest',
    digestId: digest.id,
    name: digest.name,
    style: digest.style,
    topics: topics.filter(({ id }) => digest.topics.includes(id)).map(({ name }) => name),
    timezone: digest.schedule.timezone,
    pingRoleId: digest.pingRoleId,
    stories: await Promise.all(stories.map((chosen) => toCard(chosen, digest, asChosen))),
    more,
  };
}

/** Who tells the story counts as a whole. */
async function toCard(chosen: Chosen, digest: Digest, summarize: Summarize): Promise<DigestStory> {
  const { story, update } = chosen;
  const told = tellingOf(chosen, digest, summarize);
  const card = await toStoryCard(told.story, SENTENCES[digest.style], told.summarize);
  const headline = shortenHeadline(card.headline, MAX_HEADLINE, card.lang);
  return { ...card, headline, sources: told.sources, labels: [...storyLabels(story), ...about(card)], update };
}

/** An update is told by what is new in it, and what is about the digest's topics only by the way by what is about them. */
function tellingOf({ story, update, news }: Chosen, { topics }: Digest, summarize: Summarize) {
  const { sources } = story;
  if (update) return { story: composeStory(story.id, news), sources, summarize: besides(story, news, summarize) };
  const ids = new Set<string | number>(news.map(({ id }) => id));
  const among = ({ id }: Pick<Article, 'id'>): boolean => ids.has(id);
  if (topics.length === 0 || !isLesserPart(story, among)) return { story, sources, summarize };
  const told = toldBy(story, among);
  return { story: told, sources: told.sources, summarize: readingOnly((id) => ids.has(id), summarize) };
}

/** What is true of the summary, not of the story. */
function about({ labels }: StoryCard): readonly Label[] {
  return labels.filter((label) => label === 'other-method');
}

async function lastDay(digest: Digest, store: DraftStore, now: number) {
  const scope = { owners: [digest.owner] };
  const ids = await store.stories.seenSince(scope, { since: now - DAY_MS, topics: digest.topics, limit: 100 });
  const stories = composeStories(await store.articles.byStories(scope, ids));
  const candidates = stories.map((story) => ({
    story,
    fresh: new Set<number>(story.articles.map(({ id }) => id)),
    told: new Set<number>(),
  }));
  return { ...chooseStories(candidates, { limit: digest.stories, now }), more: 0 };
}
