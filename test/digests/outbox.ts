// A newsroom with one digest, for tests of the outbox.

import type { ArticleId } from '../../src/articles/article.ts';
import type { Delivery } from '../../src/digests/delivery.ts';
import type { Digest } from '../../src/digests/digest.ts';
import type { DigestView } from '../../src/digests/digest-view.ts';
import { openDueRuns } from '../../src/digests/open-due-runs.ts';
import { finishRun, RUN_LEASE_MS, type RunDeps, type RunOutcome } from '../../src/digests/run-digest.ts';
import type { Store } from '../../src/store/contract.ts';
import type { StoryId } from '../../src/stories/story.ts';
import type { Summarize } from '../../src/summaries/story-card.ts';
import { digest, NOON, TANUKI } from '../helpers/factories.ts';
import { type FakeChannel, fakeChannel } from '../helpers/fake-channel.ts';
import { freshStore } from '../helpers/fresh-store.ts';
import { addArticle, addSource } from '../store/contract.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** The first line of each document. */
export const firstLines: Summarize = async (docs, { sentences = 3 }) => ({
  method: 'lead',
  sentences: docs.slice(0, sentences).map(({ id, text }) => {
    const line = text.split('\n', 1)[0] as string;
    return { text: line, cites: [{ doc: id, start: 0, end: line.length }] };
  }),
});

/** A page a story, so that a digest has several. */
export function renderPages(view: DigestView): unknown[] {
  const lines = view.stories.map((story) => `${story.update ? 'Update: ' : ''}${story.headline}`);
  const shown = lines.length > 0 ? lines : ['Nothing new'];
  return shown.map((line, i) => ({ line, late: view.late, more: view.more, key: `digest:${i}:${view.runKey}` }));
}

export class Newsroom {
  readonly store: Store;
  readonly channel: FakeChannel;
  now = NOON;
  digest: Digest;

  constructor(store: Store, made: Digest) {
    this.store = store;
    this.digest = made;
    this.channel = fakeChannel(() => this.now);
  }

  /** A story of one article, seen now. */
  async article(
    title: string,
    parts: {
      source?: string;
      storyId?: StoryId;
      seenAt?: number;
      publishedAt?: number;
      copyOf?: ArticleId;
      text?: string;
    } = {},
  ): Promise<{ id: ArticleId; storyId: StoryId }> {
    const { feedId } = await addSource(this.store, TANUKI);
    const { publishedAt = this.now, text = `${title} indeed.`, ...rest } = parts;
    const texts = { title, text, publishedAt, url: undefined };
    return addArticle(this.store, [feedId], { seenAt: this.now, ...rest, draft: texts });
  }

  deps(parts: Partial<RunDeps> = {}): RunDeps {
    return {
      store: this.store,
      now: () => this.now,
      summarize: firstLines,
      render: renderPages,
      deliver: (delivery: Delivery) => this.channel.deliver(delivery),
      ...parts,
    };
  }

  /** One round of the pipeline. */
  async round(parts: Partial<RunDeps> & { readonly store?: Store } = {}): Promise<RunOutcome[]> {
    const store = parts.store ?? this.store;
    const now = this.now;
    await openDueRuns({ store, now });
    const outcomes: RunOutcome[] = [];
    for (;;) {
      const runs = await store.runs.claimUnfinished({ now, limit: 1, leaseMs: RUN_LEASE_MS });
      if (runs[0] === undefined) return outcomes;
      outcomes.push(await finishRun(runs[0], this.deps(parts)));
    }
  }

  /** To the moment when the digest falls due. */
  async due(): Promise<void> {
    this.now = (await this.store.digests.byId(this.digest.id))?.dueAt as number;
  }

  lines(): string[] {
    return this.channel.messages.map(({ body }) => (body as { line: string }).line);
  }
}

export async function newsroom(parts: Partial<Digest> = {}): Promise<Newsroom> {
  const store = await freshStore();
  return new Newsroom(store, await store.digests.create(digest({ dueAt: NOON + 20 * HOUR, ...parts })));
}
