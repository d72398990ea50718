// A list of feeds into sources, several at once, with what became of each line.

import { isProblem, type Problem } from '../errors.ts';
import type { Owner } from '../scope.ts';
import { type AddSourceDeps, addSource, MAX_SOURCES } from './add-source.ts';
import type { ListEntry } from './feed-list.ts';
import { urlKey } from './normalize-url.ts';

export interface ImportLine {
  readonly line: number;
  /** As the list names it, else its address or what stands there. */
  readonly name: string;
  /** `left`: the quota was full, or the time was up. */
  readonly outcome: 'added' | 'known' | 'duplicate' | 'not-a-url' | 'failed' | 'left';
  readonly problem?: Problem;
}

interface ImportAsk {
  readonly owner: Owner;
  readonly entries: readonly ListEntry[];
  /** Asked before each handful: then no further feed is begun. */
  readonly isOver: () => boolean;
  readonly onProgress: (done: number) => void;
}

const AT_ONCE = 8;

export async function importSources(ask: ImportAsk, deps: AddSourceDeps): Promise<ImportLine[]> {
  const known = new Set((await deps.store.sources.list(ask.owner)).map(({ url }) => keyOf(url)));
  const lines = ask.entries.map((entry) => settled(entry, known));
  let room = MAX_SOURCES - (await deps.store.sources.count(ask.owner));
  const waiting = lines.flatMap((line, at) => (line === undefined ? [at] : []));
  let done = lines.length - waiting.length;
  // Never more under way than there is room for: a list must not go over the quota.
  while (waiting.length > 0 && room > 0 && !ask.isOver()) {
    const turn = waiting.splice(0, Math.min(AT_ONCE, room));
    await Promise.all(
      turn.map(async (at) => {
        lines[at] = await addEntry(ask.entries[at] as FeedEntry, ask.owner, deps);
        done += 1;
        ask.onProgress(done);
      }),
    );
    room -= turn.filter((at) => lines[at]?.outcome === 'added').length;
  }
  return lines.map((line, at) => line ?? { ...told(ask.entries[at] as FeedEntry), outcome: 'left' });
}

type FeedEntry = Extract<ListEntry, { kind: 'feed' }>;

/** What needs no look at the web. */
function settled(entry: ListEntry, known: ReadonlySet<string>): ImportLine | undefined {
  if (entry.kind === 'not-a-url') return { line: entry.line, name: entry.text, outcome: 'not-a-url' };
  if (entry.kind === 'duplicate') return { line: entry.line, name: entry.url, outcome: 'duplicate' };
  return known.has(keyOf(entry.url)) ? { ...told(entry), outcome: 'known' } : undefined;
}

async function addEntry(entry: FeedEntry, owner: Owner, deps: AddSourceDeps): Promise<ImportLine> {
  const added = await addSource({ owner, url: entry.url, name: entry.name?.slice(0, 80) }, deps);
  if (!isProblem(added)) return { line: entry.line, name: added.source.name, outcome: 'added' };
  if (added.problem === 'already-exists') return { ...told(entry), outcome: 'known' };
  if (added.problem === 'quota') return { ...told(entry), outcome: 'left' };
  return { ...told(entry), outcome: 'failed', problem: added };
}

function told({ line, name, url }: FeedEntry) {
  return { line, name: name ?? url };
}

function keyOf(url: string): string {
  return urlKey(url) ?? url;
}
