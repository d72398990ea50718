// Changing a source's name or address. A new address is read first; what it holds then is its baseline.

import { isProblem, type Problem } from '../errors.ts';
import { type AddSourceDeps, NAME_LENGTH } from './add-source.ts';
import { saveFound } from './save-found.ts';
import type { Source } from './source.ts';

export async function editSource(
  source: Source,
  change: { readonly name: string; readonly url: string },
  deps: AddSourceDeps,
): Promise<Source | Problem> {
  const name = change.name.trim() || source.name;
  if (name.length > NAME_LENGTH) return { problem: 'name-too-long', limit: NAME_LENGTH };
  const url = change.url.trim();
  const problem = url === '' || url === source.url ? undefined : await moveSource(source, url, deps);
  if (problem) return problem;
  const { owner, id } = source;
  await deps.store.sources.rename(owner, id, name);
  return (await deps.store.sources.get(owner, id)) ?? { problem: 'unknown-source', name, known: [] };
}

async function moveSource(
  { owner, id, feedId }: Source,
  url: string,
  { store, findFeed, now }: AddSourceDeps,
): Promise<Problem | undefined> {
  const found = await findFeed(url);
  if (isProblem(found)) return found;
  const at = now();
  const isMoved = await store.transaction(async (inside) => {
    const feed = await inside.feeds.ensure(found.url, at);
    if (feed.id === feedId) return true;
    if (!(await inside.sources.move(owner, id, { feedId: feed.id, baselineAt: at }))) return false;
    await saveFound({ feed, found, now: at }, inside);
    return true;
  });
  return isMoved ? undefined : { problem: 'already-exists', name: found.feed.title ?? found.url };
}
