// One article against 100,000 topics, milliseconds of CPU per match: once where nearly every topic is one of a kind, once
// as 10,000 servers have them, ten each: four shipped ones and six of their own, whose words are as frequent as in news.
//
//   node --expose-gc test/bench/topics.ts

import { toTerms } from '../../src/text/terms.ts';
import type { MatchDoc } from '../../src/topics/match.ts';
import { starterQuery, starterTopics } from '../../src/topics/starter-topics.ts';
import type { Topic, TopicId } from '../../src/topics/topic.ts';
import { createTopicIndex } from '../../src/topics/topic-index.ts';
import { hasCorpora, readJsonLines } from '../quality/clustering-data.ts';
import { createDice } from './dice.ts';

const SERVERS = 10_000;
const TOPICS = 100_000;
const ARTICLES = 500;

type Word = () => string;

/** Topics as people make them: a word, two words, a phrase, alternatives, an exclusion, a source. */
function makeQuery(shape: number, word: Word): string {
  const shapes = [
    () => word(),
    () => `${word()} ${word()}`,
    () => `"${word()} ${word()}"`,
    () => `${word()} OR ${word()} OR "${word()} ${word()}"`,
    () => `(${word()} OR ${word()}) ${word()} -${word()}`,
    () => `title:${word()} -${word()}`,
    () => `source:cnn ${word()}`,
  ];
  return shapes[shape % shapes.length]!();
}

function toTopic(id: number, include: string): Topic {
  const owner = `g${id % SERVERS}` as Topic['owner'];
  const rest = { exclude: undefined, sources: [], languages: [], createdAt: 0 };
  return { id: id as TopicId, owner, name: include, include, ...rest };
}

/** The queries of each measurement. */
function* distinctQueries(words: readonly string[]): Generator<string> {
  const dice = createDice(11);
  for (let id = 0; id < TOPICS; id++) yield makeQuery(id, () => words[dice(words.length)]!);
}

/** `used` has each word as often as it is used. */
function* usualQueries(used: readonly string[]): Generator<string> {
  const dice = createDice(12);
  const shipped = starterTopics().map((topic) => starterQuery(topic, ['en']));
  for (let id = 0; id < TOPICS; id++) {
    yield Math.floor(id / SERVERS) < 4
      ? shipped[dice(shipped.length)]!
      : makeQuery(dice(7), () => used[dice(used.length)]!);
  }
}

interface Line {
  readonly title: string;
  readonly text: string;
  readonly source: string;
}

function toDoc({ title, text, source }: Line): MatchDoc {
  return { lang: 'en', titleTerms: toTerms(title, 'en'), textTerms: toTerms(text, 'en'), source, time: 0 };
}

function cpuMs(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e3;
}

function measure(queries: Iterable<string>, docs: readonly MatchDoc[]) {
  global.gc?.();
  const before = memory();
  const index = createTopicIndex();
  let id = 0;
  const built = cpuMs(() => {
    for (const query of queries) index.add(toTopic(id++, query));
  });
  const first = cpuMs(() => index.match(docs[0]!, 0));
  let found = 0;
  // The second time round, as after a few minutes at work.
  const times = [...docs, ...docs].map((doc) =>
    cpuMs(() => {
      found += index.match(doc, 0).length;
    }),
  );
  const sorted = times.slice(docs.length).sort((a, b) => a - b);
  global.gc?.();
  return {
    topics: index.size,
    'build, CPU seconds': built / 1e3,
    'first article of a language, CPU ms': first,
    'median CPU ms': sorted[sorted.length >> 1]!,
    'p95 CPU ms': sorted[Math.floor(sorted.length * 0.95)]!,
    'topics matched, mean': found / times.length,
    'memory, MB': (memory() - before) / 1e6,
  };
}

function memory(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

export function run(): Promise<Record<string, Record<string, number>>> {
  if (!hasCorpora()) {
    process.stderr.write('topics: skipped, there is no ../shared/corpora/clustering beside the project\n');
    return Promise.resolve({});
  }
  const lines = readJsonLines<Line>('allsides/articles.jsonl');
  const docs = lines.slice(0, ARTICLES).map(toDoc);
  const used = lines.flatMap(({ title }) => title.split(/[^\p{L}]+/u)).filter((word) => toTerms(word, 'en').length > 0);
  // Every word that headlines use is as likely as any other, function words too: far more topics match than in life.
  const words = [...new Set(lines.flatMap(({ title }) => title.split(/[^\p{L}]+/u)).filter((word) => word.length > 2))];
  return Promise.resolve({
    distinct: measure(distinctQueries(words), docs),
    'of 10,000 servers': measure(usualQueries(used), docs),
  });
}

if (import.meta.main) console.log(JSON.stringify(await run(), null, 1));
