// What a digest would post now: reads what is new to its channel, writes nothing.

import type { Scope } from '../scope.ts';
import type { NewInStory, Store } from '../store/contract.ts';
import { composeStories } from '../stories/compose-stories.ts';
import { type Choice, chooseStories } from './choose-stories.ts';
import type { Digest } from './digest.ts';
import { periodAt } from './next-run.ts';

export interface DigestDraft extends Choice {
  /** How far this has read; the next run goes on from there. */
  readonly cursor: number;
}

export type DraftStore = Pick<Store, 'articles' | 'stories' | 'runs' | 'transaction'>;
type Inside = Pick<Store, 'articles' | 'stories' | 'runs'>;

/** What was not posted within a week (a long outage, a pause) is not news any more. */
const LOOK_BACK_MS = 7 * 86_400_000;

/** Far more than any digest shows, and a bound on the work. */
const MOST_STORIES = 300;

/** Read at one moment: a story that is merged between two readings would be in neither. */
export async function draftDigest(digest: Digest, store: DraftStore, now: number): Promise<DigestDraft> {
  return store.transaction(async (inside) => readDraft(digest, inside, now));
}

async function readDraft(digest: Digest, store: Inside, now: number): Promise<DigestDraft> {
  const scope: Scope = { owners: [digest.owner] };
  const after = await store.runs.cursor(digest.id);
  const since = after === undefined ? firstSince(digest, now) : now - LOOK_BACK_MS;
  const { cursor, stories } = await store.stories.newSince(scope, {
    after: after ?? 0,
    since,
    topics: digest.topics,
    limit: MOST_STORIES,
  });
  return { cursor, ...chooseStories(await candidatesOf(digest, stories, store), { limit: digest.stories, now }) };
}

/** A digest's first run shows what came since it was made, and at least what came within one period. */
function firstSince({ schedule, createdAt }: Digest, now: number): number {
  return Math.max(now - LOOK_BACK_MS, Math.min(createdAt, now - periodAt(schedule, now)));
}

async function candidatesOf(digest: Digest, stories: readonly NewInStory[], store: Inside) {
  const ids = stories.map(({ storyId }) => storyId);
  const articles = await store.articles.byStories({ owners: [digest.owner] }, ids);
  const posted = await store.runs.posted(digest.id, ids);
  const fresh = new Map(stories.map(({ storyId, articleIds }) => [storyId, new Set<number>(articleIds)]));
  return composeStories(articles).map((story) => ({
    story,
    fresh: fresh.get(story.id) ?? new Set<number>(),
    told: new Set(posted.filter(({ storyId }) => storyId === story.id).flatMap(({ articleIds }) => articleIds)),
  }));
}
