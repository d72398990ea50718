// Grouping, copies, same-event pairs and search on the corpora beside the project: what floors.json holds as "clustering".
//
//   node test/quality/clustering.ts

import { copyGroups } from '../../src/stories/copies.ts';
import { createRanker } from '../../src/stories/ranker.ts';
import { isSameEvent } from '../../src/stories/same-event.ts';
import { hasCorpora, type Mix, readGold, readJsonLines, readStream, scoreClusters } from './clustering-data.ts';
import { replay } from './replay.ts';

const STREAMS: Record<string, { readonly set: string; readonly mix: Mix }> = {
  allsides: { set: 'allsides', mix: {} },
  dense: { set: 'allsides', mix: { dense: 10, background: true, noise: true } },
  uci: { set: 'uci', mix: {} },
  wiki: { set: 'wiki-basil', mix: {} },
  vi: { set: 'vi', mix: {} },
};

type Figures = Record<string, number>;

function scoreStreams(): Figures {
  const figures: Figures = {};
  for (const [name, { set, mix }] of Object.entries(STREAMS)) {
    const { f1, bcubed } = scoreClusters(readGold(set), replay(readStream(set, mix)));
    figures[`${name}-f1`] = f1;
    figures[`${name}-bcubed`] = bcubed;
  }
  return figures;
}

function scoreCopies(): Figures {
  const articles = readJsonLines<{ id: string; title: string; text: string }>('neardup/articles.jsonl');
  const gold = readJsonLines<{ id: string; group: string; kind: string }>('neardup/gold.jsonl');
  const found = copyGroups(articles);
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

function scorePairs(): Figures {
  const pairs = readJsonLines<Pair>('pairs/pairs.jsonl');
  const answers = pairs.map((pair) => ({ pair, same: isSameEvent(pair.a, pair.b, pair.lang) }));
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

async function scoreSearch(queries: string, ...docs: readonly string[]): Promise<number> {
  const ranker = createRanker<string>();
  for (const path of docs) {
    for (const doc of readJsonLines<Doc>(path)) ranker.add({ ...doc, time: Date.parse(doc.published_at) });
  }
  const asked = readJsonLines<{ query: string; rel: Record<string, number> }>(queries);
  let sum = 0;
  for (const { query, rel } of asked) sum += gainAtTen(rel, await ranker.rank(query));
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
  if (!hasCorpora()) {
    process.stderr.write('clustering: skipped, there is no ../shared/corpora/clustering beside the project\n');
    return {};
  }
  const figures = {
    ...scoreStreams(),
    ...scoreCopies(),
    ...scorePairs(),
    'search-headlines': await scoreSearch(
      'search/headline_queries.jsonl',
      'allsides/articles.jsonl',
      'allsides/background.jsonl',
    ),
    'search-topics': await scoreSearch('search/topic_queries.jsonl', 'allsides/background.jsonl'),
    'search-time': await scoreSearch('search/time_queries.jsonl', 'search/time_docs.jsonl'),
  };
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Math.round(value * 1e4) / 1e4]));
}

if (import.meta.main) console.log(JSON.stringify(await run(), null, 1));
