import type { App, SourcesImported } from '../app.ts';
import { isProblem, type Problem } from '../errors.ts';
import { exportList } from '../feeds/export-list.ts';
import type { ListEntry } from '../feeds/feed-list.ts';
import type { FoundFeed } from '../feeds/find-feed.ts';
import { importList } from '../feeds/import-list.ts';
import { importSources } from '../feeds/import-sources.ts';
import { type StarterPack, starterPacks } from '../feeds/starter-packs.ts';
import { type Owner, STARTER } from '../scope.ts';
import type { AppDeps } from './create-app.ts';
import { topicUses } from './topics.ts';

const MAX_BYTES = 1_000_000;
/** Discord takes edits of an answer for 15 minutes. */
const MAX_MS = 10 * 60_000;

type Find = (input: string) => Promise<FoundFeed | Problem>;

/** Import and export. */
export function exchangeUses(
  deps: AppDeps,
  findFeed: Find,
): Pick<App['sources'], 'importList' | 'addPack' | 'exportList'> {
  const { store, http, now } = deps;
  const running = new Set<Owner>();
  const run: App['sources']['importList'] = async ({ owner, file, onProgress }) => {
    if (file.size > MAX_BYTES) return { problem: 'file-too-large', megabytes: MAX_BYTES / 1_000_000 };
    const outcome = await http.fetch({ url: file.url, purpose: 'attachment', accept: '*/*', urgent: true });
    if (outcome.kind === 'problem') return outcome.problem;
    const list: ReturnType<typeof importList> =
      outcome.kind === 'ok' ? importList(outcome.bytes) : { problem: 'not-a-list' };
    if (isProblem(list)) return list;
    return add(owner, list.entries, onProgress);
  };
  const add = async (
    owner: Owner,
    entries: readonly ListEntry[],
    onProgress: (done: number, total: number) => void,
  ): Promise<SourcesImported> => {
    const until = now() + MAX_MS;
    const isOver = (): boolean => now() >= until || deps.signal?.aborted === true;
    const progress = (done: number): void => onProgress(done, entries.length);
    const lines = await importSources({ owner, entries, isOver, onProgress: progress }, { store, findFeed, now });
    deps.wake();
    return { kind: 'sources-imported', lines };
  };
  const alone = async <T>(owner: Owner, work: () => Promise<T | Problem>): Promise<T | Problem> => {
    if (running.has(owner)) return { problem: 'import-running' };
    running.add(owner);
    try {
      return await work();
    } finally {
      running.delete(owner);
    }
  };
  return {
    importList: async (ask) => alone(ask.owner, async () => run(ask)),
    addPack: async ({ owner, pack: typed, onProgress }) => {
      const pack = findPack(typed);
      if (isProblem(pack)) return pack;
      return alone(owner, async () => {
        const entries = pack.feeds.map((feed, at) => ({
          kind: 'feed' as const,
          line: at + 1,
          siteUrl: undefined,
          ...feed,
        }));
        const imported = await add(owner, entries, onProgress);
        await shareWithPeople(deps, owner, pack);
        for (const topic of pack.topics) await topicUses(deps).create({ owner, ...topic, ...EVERYTHING });
        return imported;
      });
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

const EVERYTHING = { exclude: undefined, sources: undefined, languages: undefined };

function findPack(typed: string): StarterPack | Problem {
  const wanted = typed.trim().toLowerCase();
  const packs = starterPacks();
  const found = packs.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted);
  return found ?? { problem: 'unknown-pack', name: typed.trim(), known: packs.map(({ name }) => name) };
}

/** People who ask in a direct message see the packs that this instance reads. */
async function shareWithPeople({ store, now }: AppDeps, owner: Owner, { feeds }: StarterPack): Promise<void> {
  const names = new Set(feeds.map(({ name }) => name));
  const shared = new Set((await store.sources.list(STARTER)).map(({ feedId }) => feedId));
  const added = (await store.sources.list(owner)).filter(({ name, feedId }) => names.has(name) && !shared.has(feedId));
  for (const { feedId, name } of added) {
    await store.sources.add({ owner: STARTER, feedId, name, baselineAt: now(), now: now() });
  }
}
