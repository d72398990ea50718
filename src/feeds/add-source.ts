// Adding a source: what the feed holds now is the baseline (indexed and searchable, not posted).

import { isProblem, type Problem } from '../errors.ts';
import type { Owner } from '../scope.ts';
import type { Store } from '../store/contract.ts';
import type { FoundFeed } from './find-feed.ts';
import { saveFound } from './save-found.ts';
import type { Source } from './source.ts';

export const MAX_SOURCES = 100;
export const NAME_LENGTH = 80;

export interface AddSourceDeps {
  readonly store: Pick<Store, 'transaction' | 'sources'>;
  readonly findFeed: (input: string) => Promise<FoundFeed | Problem>;
  readonly now: () => number;
}

/** The source and the feed as it was read; the feed's items are on disk, waiting to be indexed, before this resolves. */
export async function addSource(
  ask: {
    readonly owner: Owner;
    readonly url: string;
    readonly name: string | undefined;
    /** What was seen after then is new (now: what the feed holds already is not posted). */
    readonly baselineAt?: number;
  },
  { store, findFeed, now }: AddSourceDeps,
): Promise<{ readonly source: Source; readonly found: FoundFeed } | Problem> {
  if ((await store.sources.count(ask.owner)) >= MAX_SOURCES) {
    return { problem: 'quota', what: 'sources', limit: MAX_SOURCES };
  }
  const name = ask.name?.trim();
  if (name && name.length > NAME_LENGTH) return { problem: 'name-too-long', limit: NAME_LENGTH };
  const found = await findFeed(ask.url);
  if (isProblem(found)) return found;
  const at = now();
  const source = await store.transaction(async (inside) => {
    const feed = await inside.feeds.ensure(found.url, at);
    const known = (await inside.sources.list(ask.owner)).find((one) => one.feedId === feed.id);
    if (known) return undefined;
    const added = await inside.sources.add({
      owner: ask.owner,
      feedId: feed.id,
      name: name || sourceName(found),
      baselineAt: ask.baselineAt ?? at,
      now: at,
    });
    await saveFound({ feed, found, now: at }, inside);
    return added;
  });
  return source ? { source, found } : { problem: 'already-exists', name: name || sourceName(found) };
}

function sourceName(found: FoundFeed): string {
  const title = found.feed.title?.trim();
  return (title || new URL(found.url).host).slice(0, NAME_LENGTH);
}
