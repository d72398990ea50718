// Grouping, copies, same-event pairs and search on the corpora beside the project: what floors.json holds as "clustering",
// and what simple methods reach.
//
//   node test/quality/clustering.ts

import { copyGroups } from '../../src/stories/copies.ts';
import { createRanker } from '../../src/stories/ranker.ts';
import { isSameEvent } from '../../src/stories/same-event.ts';
import { copiesBySimHash, createFts5, groupByNearest, isAlike } from './clustering-baselines.ts';
import {
  hasCorpora,
  type Mix,
  type NewsLine,
  readGold,
  readJsonLines,
  readStream,
  scoreClusters,
} from './clustering-data.ts';
import { replay } from './replay.ts';

const STREAMS: Record<string, { readonly set: string; readonly mix: Mix }> = {
  allsides: { set: 'allsides', mix: {} },
  dense: { set: 'allsides', mix: { dense: 10, background: true, noise: true } },
  uci: { set: 'uci', mix: {} },
  wiki: { set: 'wiki-basil', mix: {} },
  vi: { set: 'vi', mix: {} },
};

type Figures = Record<string, number>;

/** Ours, or a simple one. */
interface Method {
  readonly group: (lines: readonly NewsLine[]) => Map<string, string>;
  readonly copies: (articles: readonly { id: string; title: string; text: string }[]) => ReadonlyMap<string, string>;
  readonly isSame: (a: Pair['a'], b: Pair['b'], lang: string) => boolean;
  readonly search: (docs: readonly Doc[]) => (query: string) => Promise<readonly string[]> | readonly string[];
}

const OURS: Method = {
  group: (lines) => replay(lines),
  copies: copyGroups,
  isSame: isSameEvent,
  search: (docs) => {
    const ranker = createRanker<string>();
    for (const doc of docs) ranker.add({ ...doc, time: Date.parse(doc.published_at) });
    return (query) => ranker.rank(query);
  },
};
const SIMPLE: Method = { group: groupByNearest, copies: copiesBySimHash, isSame: isAlike, search: createFts5 };

function scoreStreams({ group }: Method): Figures {
  const figures: Figures = {};
  for (const [name, { set, mix }] of Object.entries(STREAMS)) {
    const { f1, bcubed } = scoreClusters(readGold(set), group(readStream(set, mix)));
    figures[`${name}-f1`] = f1;
    figures[`${name}-bcubed`] = bcubed;
  }
  return figures;
}

function scoreCopies({ copies }: Method): Figures {
  const articles = readJsonLines<{ id: string; title: string; text: string }>('neardup/articles.jsonl');
  const gold = readJsonLines<{ id: string; group: string; kind: string }>('neardup/gold.jsonl');
  const found = copies(articles);
  const { f1, precision } = scoreClusters(new Map(gold.map((row) => [row.id, row.group])), found);
  const natural = gold.filter(
    (row) => row.kind === 'natural' && gold.some((other) => other.id !== row.id && other.group === row.group),
  );
  const caught = natural.filter((row) =>
    gold.some((other) => other.id !== row.id && other.group === row.group && found.get(other.id) === found.get(row.id)),
  );
  return { 'copies-f1': f1, 'copies-precision': precision, 'copies-natural': caught.length / natural.length };
}

interface Pair {
  readonly lang: string;
  readonly same: boolean;
  readonly a: { readonly title: string; readonly text: string };
  readonly b: { readonly title: string; readonly text: string };
}

function scorePairs({ isSame }: Method): Figures {
  const pairs = readJsonLines<Pair>('pairs/pairs.jsonl');
  const answers = pairs.map((pair) => ({ pair, same: isSame(pair.a, pair.b, pair.lang) }));
  const right = answers.filter(({ pair, same }) => pair.same && same).length;
  const said = answers.filter(({ same }) => same).length;
  const true_ = pairs.filter(({ same }) => same).length;
  const accuracy = answers.filter(({ pair, same }) => pair.same === same).length / pairs.length;
  return { 'pairs-accuracy': accuracy, 'pairs-f1': (2 * right) / (said + true_) };
}

interface Doc {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly published_at: string;
}

async function scoreSearch({ search }: Method, queries: string, ...paths: readonly string[]): Promise<number> {
  const rank = search(paths.flatMap((path) => readJsonLines<Doc>(path)));
  const asked = readJsonLines<{ query: string; rel: Record<string, number> }>(queries);
  let sum = 0;
  for (const { query, rel } of asked) sum += gainAtTen(rel, await rank(query));
  return sum / asked.length;
}

/** nDCG@10 with relevance 0 or 1. */
function gainAtTen(rel: Readonly<Record<string, number>>, ids: readonly string[]): number {
  const discount = (rank: number): number => 1 / Math.log2(rank + 2);
  const gain = ids.slice(0, 10).reduce((sum, id, rank) => sum + (rel[id] ? discount(rank) : 0), 0);
  const ideal = Object.keys(rel)
    .slice(0, 10)
    .reduce((sum, _, rank) => sum + discount(rank), 0);
  return gain / ideal;
}

/** Empty where the corpora are missing (said on standard error). */
export async function run(): Promise<Figures> {
  if (hasCorpora()) return score(OURS);
  process.stderr.write('clustering: skipped, there is no ../shared/corpora/clustering beside the project\n');
  return {};
}

export async function baselines(): Promise<Figures> {
  return hasCorpora() ? score(SIMPLE) : {};
}

async function score(method: Method): Promise<Figures> {
  const [articles, background] = ['allsides/articles.jsonl', 'allsides/background.jsonl'];
  const figures = {
    ...scoreStreams(method),
    ...scoreCopies(method),
    ...scorePairs(method),
    'search-headlines': await scoreSearch(method, 'search/headline_queries.jsonl', articles!, background!),
    'search-topics': await scoreSearch(method, 'search/topic_queries.jsonl', background!),
    'search-time': await scoreSearch(method, 'search/time_queries.jsonl', 'search/time_docs.jsonl'),
  };
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Math.round(value * 1e4) / 1e4]));
}

if (import.meta.main) console.log(JSON.stringify(await run(), null, 1));
