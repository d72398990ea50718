// Holds ARCHITECTURE.md's table ("Who may import whom") against the code, and refuses cycles.

import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

const EVERYTHING = ['*'];
const NOUNS = ['nouns'];

/** Part → the parts that it may import. `nouns` are the noun files, which anybody may import as types. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  text: [],
  postings: [],
  errors: [],
  log: [],
  scope: [],
  words: ['errors', 'locales'],
  locales: [],
  config: ['errors'],
  http: ['log', 'errors'],
  cache: ['log', 'errors'],
  pool: ['log', 'errors'],
  pictures: [],
  feeds: ['text', 'http', 'errors', 'scope'],
  articles: ['text', 'http', 'feeds', 'errors', 'scope'],
  stories: ['text', 'articles', 'postings', 'errors', 'scope'],
  topics: ['text', 'articles', 'stories', 'postings', 'errors', 'scope'],
  trends: ['text', 'articles', 'stories', 'postings', 'errors', 'scope'],
  summaries: ['text', 'articles', 'stories', 'topics', 'errors', 'scope'],
  digests: ['text', 'articles', 'stories', 'summaries', 'topics', 'errors', 'scope'],
  store: ['nouns', 'postings', 'errors', 'log', 'scope'],
  worker: ['text', 'articles', 'summaries', 'errors'],
  'trends-worker': ['trends', 'pictures', 'store', 'scope'],
  discord: ['nouns', 'text', 'words', 'log', 'errors', 'scope', 'config'],
  commands: ['discord', 'words', 'nouns', 'errors', 'scope'],
  pipeline: [
    'text',
    'feeds',
    'articles',
    'stories',
    'topics',
    'summaries',
    'digests',
    'http',
    'cache',
    'pool',
    'log',
    'errors',
    'scope',
  ],
  app: [
    'text',
    'feeds',
    'articles',
    'stories',
    'topics',
    'trends',
    'summaries',
    'digests',
    'pipeline',
    'http',
    'cache',
    'pool',
    'log',
    'errors',
    'scope',
  ],
  playground: [],
  schedule: [],
  loop: [],
  health: [],
  engine: EVERYTHING,
  broadsheet: EVERYTHING,
  'open-playground': EVERYTHING,
  main: EVERYTHING,
  cli: EVERYTHING,
};

/** What some parts may import as types only: the store's contract (domain verbs), the App (its faces), and one another's nouns. */
const AS_TYPES: Readonly<Record<string, readonly string[]>> = {
  feeds: ['store/contract', ...NOUNS],
  articles: ['store/contract', ...NOUNS],
  stories: ['store/contract', ...NOUNS],
  topics: ['store/contract', ...NOUNS],
  trends: ['store/contract', ...NOUNS],
  summaries: ['store/contract', ...NOUNS],
  digests: ['store/contract', ...NOUNS],
  discord: ['app', ...NOUNS],
  commands: ['app', ...NOUNS],
  pipeline: ['store/contract'],
  app: ['store/contract', ...NOUNS],
  store: NOUNS,
  worker: NOUNS,
  'trends-worker': NOUNS,
};

const NOUN_FILES = new Set([
  'src/feeds/feed.ts',
  'src/feeds/source.ts',
  'src/articles/article.ts',
  'src/articles/retention.ts',
  'src/stories/story.ts',
  'src/stories/answer.ts',
  'src/stories/look.ts',
  'src/trends/trend.ts',
  'src/topics/topic.ts',
  'src/topics/topic-fields.ts',
  'src/topics/topic-test.ts',
  'src/summaries/summary.ts',
  'src/summaries/answer.ts',
  'src/digests/digest.ts',
  'src/digests/digest-view.ts',
  'src/digests/delivery.ts',
  'src/pictures/bar-chart.ts',
]);

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const files = globSync(['src/**/*.ts', 'commands/**/*.ts'], { cwd: root }).sort();
const imports = files.flatMap(readImports);

function readImports(file: string): Import[] {
  const source = readFileSync(join(root, file), 'utf8');
  const statement =
    /^(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"](\.[^'"]+)['"]|\bimport\(['"](\.[^'"]+)['"]\)/gm;
  return [...source.matchAll(statement)].map((match) => ({
    from: file,
    to: relative(root, join(root, dirname(file), (match[2] ?? match[3]) as string)),
    typeOnly: match[1] !== undefined,
  }));
}

/** `src/feeds/parse.ts` → feeds, `src/http/guard.ts` → http, `commands/topic.ts` → commands. */
function partOf(file: string): string {
  const [top, second = ''] = file.split('/');
  if (top === 'commands') return 'commands';
  if (top === 'data') return second === 'locales' ? 'locales' : 'data';
  return second.replace(/\.ts$/, '');
}

function isAllowed({ from, to, typeOnly }: Import): boolean {
  const [part, target] = [partOf(from), partOf(to)];
  const allowed = MAY_IMPORT[part] ?? [];
  if (part === target || target === 'data' || allowed.includes('*') || allowed.includes(target)) return true;
  if (allowed.includes('nouns') && NOUN_FILES.has(to)) return true;
  const types = AS_TYPES[part] ?? [];
  if (!typeOnly) return false;
  return (
    types.includes(target) ||
    types.includes(to.replace(/^src\//, '').replace(/\.ts$/, '')) ||
    (types.includes('nouns') && NOUN_FILES.has(to))
  );
}

describe('who may import whom', () => {
  test('every part of the code is in the table', () => {
    const parts = new Set(files.map(partOf));

    expect([...parts].filter((part) => !(part in MAY_IMPORT))).toEqual([]);
  });

  test('no file imports what its part may not', () => {
    const breaches = imports
      .filter((one) => !isAllowed(one))
      .map(({ from, to, typeOnly }) => `${from} imports ${typeOnly ? 'the type of ' : ''}${to}`);

    expect(breaches).toEqual([]);
  });

  test('nobody imports main or cli, and only the composition imports schedule', () => {
    const entrances = new Set(['main', 'cli']);
    const composition = new Set(['main', 'cli', 'broadsheet']);
    const breaches = imports.filter(
      ({ from, to }) =>
        (entrances.has(partOf(to)) && partOf(from) !== partOf(to)) ||
        (partOf(to) === 'schedule' && !composition.has(partOf(from))),
    );

    expect(breaches).toEqual([]);
  });

  test('no file imports itself by a detour', () => {
    expect(findCycle(imports.filter(({ typeOnly }) => !typeOnly))).toBeUndefined();
  });

  test('the table would notice a breach', () => {
    expect(isAllowed({ from: 'src/text/terms.ts', to: 'src/feeds/feed.ts', typeOnly: true })).toBe(false);
    expect(isAllowed({ from: 'src/feeds/poll.ts', to: 'src/store/contract.ts', typeOnly: false })).toBe(false);
    expect(isAllowed({ from: 'src/feeds/poll.ts', to: 'src/store/contract.ts', typeOnly: true })).toBe(true);
    expect(
      findCycle([
        { from: 'a', to: 'b', typeOnly: false },
        { from: 'b', to: 'a', typeOnly: false },
      ]),
    ).toEqual(['a', 'b', 'a']);
  });
});

function findCycle(edges: readonly Import[]): string[] | undefined {
  const next = Map.groupBy(edges, ({ from }) => from);
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const { to } of next.get(file) ?? []) {
      const cycle = visit(to, [...path, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of next.keys()) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return undefined;
}
