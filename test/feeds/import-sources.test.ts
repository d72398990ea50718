import { expect, test } from 'vitest';
import { isProblem } from '../../src/errors.ts';
import { addSource, MAX_SOURCES } from '../../src/feeds/add-source.ts';
import { editSource } from '../../src/feeds/edit-source.ts';
import type { FoundFeed } from '../../src/feeds/find-feed.ts';
import { importList } from '../../src/feeds/import-list.ts';
import { importSources } from '../../src/feeds/import-sources.ts';
import { item, NOON, TANUKI } from '../helpers/factories.ts';
import { freshStore } from '../helpers/fresh-store.ts';

const found = (url: string): FoundFeed => ({
  url,
  feed: {
    format: 'rss',
    title: `Feed of ${new URL(url).host}`,
    link: undefined,
    description: undefined,
    lang: 'en',
    items: [item({ url: `${url}/1`, guid: `${url}/1` })],
  },
  etag: undefined,
  lastModified: undefined,
  maxAgeMs: undefined,
});

async function desk(findFeed: (url: string) => Promise<ReturnType<typeof found>> = async (url) => found(url)) {
  return { store: await freshStore(), findFeed, now: () => NOON };
}

function entriesOf(lines: readonly string[]) {
  const list = importList(new TextEncoder().encode(lines.join('\n')));
  return isProblem(list) ? [] : list.entries;
}

const ask = { owner: TANUKI, isOver: () => false, onProgress: () => undefined };
const addresses = (count: number) => Array.from({ length: count }, (_, i) => `https://site${i}.example/feed`);

test('a list that is longer than the quota fills it exactly and says what was left', async () => {
  const deps = await desk();

  const lines = await importSources({ ...ask, entries: entriesOf(addresses(MAX_SOURCES + 7)) }, deps);

  expect(lines.filter(({ outcome }) => outcome === 'added')).toHaveLength(MAX_SOURCES);
  expect(lines.filter(({ outcome }) => outcome === 'left')).toHaveLength(7);
  expect(await deps.store.sources.count(TANUKI)).toBe(MAX_SOURCES);
});

test('what is there already is not read again, and nothing begins after the time is up', async () => {
  const read: string[] = [];
  const deps = await desk(async (url) => {
    read.push(url);
    return found(url);
  });
  const [first, second] = addresses(2) as [string, string];
  await importSources({ ...ask, entries: entriesOf([first]) }, deps);

  const lines = await importSources({ ...ask, isOver: () => true, entries: entriesOf([first, second]) }, deps);

  expect(lines.map(({ outcome }) => outcome)).toEqual(['known', 'left']);
  expect(read).toEqual([first]);
});

test('progress counts every entry once, up to all of them', async () => {
  const seen: number[] = [];
  const entries = entriesOf([...addresses(9), 'nonsense words', ...addresses(1)]);

  await importSources({ ...ask, entries, onProgress: (done) => seen.push(done) }, await desk());

  expect(seen).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11]);
});

test('a source that moves keeps its name, and what its new feed holds is not new', async () => {
  const deps = await desk();
  const added = await addSource({ owner: TANUKI, url: 'https://old.example/feed', name: 'Daily' }, deps);
  if (isProblem(added)) throw new Error(added.problem);

  const edited = await editSource(added.source, { name: ' ', url: 'https://new.example/feed' }, deps);

  expect(edited).toMatchObject({
    id: added.source.id,
    name: 'Daily',
    url: 'https://new.example/feed',
    baselineAt: NOON,
  });
  expect(await deps.store.items.countPending({ owners: [TANUKI] })).toBe(1);
});

test('a source cannot move to a feed that its server has as another source', async () => {
  const deps = await desk();
  const first = await addSource({ owner: TANUKI, url: 'https://old.example/feed', name: 'A' }, deps);
  await addSource({ owner: TANUKI, url: 'https://new.example/feed', name: 'B' }, deps);
  if (isProblem(first)) throw new Error(first.problem);

  expect(await editSource(first.source, { name: 'C', url: 'https://new.example/feed' }, deps)).toMatchObject({
    problem: 'already-exists',
  });
  expect((await deps.store.sources.list(TANUKI)).map(({ name }) => name)).toEqual(['A', 'B']);
});
