import type { App, SourceOf } from '../app.ts';
import { isProblem, type Problem } from '../errors.ts';
import { MAX_SOURCES } from '../feeds/add-source.ts';
import { editSource } from '../feeds/edit-source.ts';
import type { FoundFeed } from '../feeds/find-feed.ts';
import { findSource } from '../feeds/find-source.ts';
import type { Source, SourceId } from '../feeds/source.ts';
import { meanTopicsAnew } from '../topics/mean-topics-anew.ts';
import type { AppDeps } from './create-app.ts';

const UNDO_MINUTES = 10;

type Changes = Pick<App['sources'], 'get' | 'pause' | 'resume' | 'edit' | 'remove' | 'undoRemove'>;
type Find = (input: string) => Promise<FoundFeed | Problem>;

/** What is done to a source that there is. */
export function changeUses(deps: AppDeps, findFeed: Find): Changes {
  const { store, now } = deps;
  const get = async ({ owner, source }: SourceOf): Promise<Source | Problem> =>
    findSource(await store.sources.list(owner), source);
  const setPaused = async (ask: SourceOf, paused: boolean): Promise<Source | Problem> => {
    const source = await get(ask);
    if (isProblem(source)) return source;
    await store.sources.setPaused(source.owner, source.id, paused);
    if (!paused) deps.wake();
    return { ...source, paused };
  };
  return {
    get,
    pause: async (ask) => setPaused(ask, true),
    resume: async (ask) => setPaused(ask, false),
    edit: async ({ name, url, ...ask }) => {
      const source = await get(ask);
      if (isProblem(source)) return source;
      const edited = await editSource(source, { name, url }, { store, findFeed, now });
      if (!isProblem(edited)) await meanTopicsAnew(edited.owner, deps);
      deps.wake();
      return edited;
    },
    remove: async (ask) => {
      const source = await get(ask);
      if (!isProblem(source)) await store.sources.remove(source.owner, source.id, now());
      return source;
    },
    undoRemove: async ({ owner, source }) => {
      if ((await store.sources.count(owner)) >= MAX_SOURCES)
        return { problem: 'quota', what: 'sources', limit: MAX_SOURCES };
      const restored = await store.sources.restore(owner, Number(source) as SourceId, now() - UNDO_MINUTES * 60_000);
      if (restored === undefined) return { problem: 'too-late-to-undo', minutes: UNDO_MINUTES };
      deps.wake();
      return restored;
    },
  };
}
