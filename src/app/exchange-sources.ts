import type { App } from '../app.ts';
import type { Problem } from '../errors.ts';
import { exportList } from '../feeds/export-list.ts';
import type { FoundFeed } from '../feeds/find-feed.ts';
import { importList } from '../feeds/import-list.ts';
import { importSources } from '../feeds/import-sources.ts';
import type { Owner } from '../scope.ts';
import type { AppDeps } from './create-app.ts';

const MAX_BYTES = 1_000_000;
/** Discord takes edits of an answer for 15 minutes. */
const MAX_MS = 10 * 60_000;

type Find = (input: string) => Promise<FoundFeed | Problem>;

/** Import and export. */
export function exchangeUses(deps: AppDeps, findFeed: Find): Pick<App['sources'], 'importList' | 'exportList'> {
  const { store, http, now } = deps;
  const running = new Set<Owner>();
  const run: App['sources']['importList'] = async ({ owner, file, onProgress }) => {
    if (file.size > MAX_BYTES) return { problem: 'file-too-large', megabytes: MAX_BYTES / 1_000_000 };
    const outcome = await http.fetch({ url: file.url, purpose: 'attachment', accept: '*/*', urgent: true });
    if (outcome.kind === 'problem') return outcome.problem;
    const list = outcome.kind === 'ok' ? importList(outcome.bytes) : undefined;
    if (list === undefined) return { problem: 'not-a-list' };
    const { entries } = list;
    const progress = (done: number): void => onProgress(done, entries.length);
    const until = now() + MAX_MS;
    const isOver = (): boolean => now() >= until || deps.signal?.aborted === true;
    const ask = { owner, entries, isOver, onProgress: progress };
    const lines = await importSources(ask, { store, findFeed, now });
    deps.wake();
    return { kind: 'sources-imported', lines };
  };
  return {
    importList: async (ask) => {
      if (running.has(ask.owner)) return { problem: 'import-running' };
      running.add(ask.owner);
      try {
        return await run(ask);
      } finally {
        running.delete(ask.owner);
      }
    },
    exportList: async ({ owner, format }) => {
      const sources = await store.sources.list(owner);
      if (sources.length === 0) return { problem: 'no-sources' };
      const sites = new Map((await store.feeds.list({ owners: [owner] })).map((feed) => [feed.id, feed.siteUrl]));
      const feeds = sources.map(({ url, name, feedId }) => ({ url, name, siteUrl: sites.get(feedId) }));
      const file = exportList(feeds, { format, title: 'Broadsheet', now: now() });
      return { kind: 'sources-exported', ...file, count: feeds.length };
    },
  };
}
