// One article against 100,000 topics of made-up words and real ones: milliseconds per match.
//
//   node --expose-gc test/bench/topics.ts

import { toTerms } from '../../src/text/terms.ts';
import type { MatchDoc } from '../../src/topics/match.ts';
import type { Topic, TopicId } from '../../src/topics/topic.ts';
import { createTopicIndex } from '../../src/topics/topic-index.ts';
import { hasCorpora, readJsonLines } from '../quality/clustering-data.ts';
import { createDice } from './dice.ts';

const TOPICS = 100_000;
const ARTICLES = 500;

/** Topics as people make them: a word, two words, a phrase, alternatives, an exclusion, a source. */
function makeTopic(id: number, word: () => string): Topic {
  const shapes = [
    () => word(),
    () => `${word()} ${word()}`,
    () => `"${word()} ${word()}"`,
    () => `${word()} OR ${word()} OR "${word()} ${word()}"`,
    () => `(${word()} OR ${word()}) ${word()} -${word()}`,
    () => `title:${word()} -${word()}`,
    () => `source:cnn ${word()}`,
  ];
  const include = shapes[id % shapes.length]!();
  const owner = `g${id % 10_000}` as Topic['owner'];
  return {
    id: id as TopicId,
    owner,
    name: include,
    include,
    exclude: undefined,
    sources: [],
    languages: [],
    createdAt: 0,
  };
}

export function run(): Promise<Record<string, number>> {
  if (!hasCorpora()) {
    process.stderr.write('topics: skipped, there is no ../shared/corpora/clustering beside the project\n');
    return Promise.resolve({});
  }
  const lines = readJsonLines<{ title: string; text: string; source: string }>('allsides/articles.jsonl');
  // Every word that headlines use is as likely as any other: one topic in forty matches an article, far more than in life.
  const used = lines.flatMap(({ title }) => title.split(/[^\p{L}]+/u)).filter((word) => word.length > 2);
  const words = [...new Set(used)];
  const dice = createDice(11);
  global.gc?.();
  const before = process.memoryUsage().heapUsed;
  const index = createTopicIndex();
  const started = process.cpuUsage();
  for (let id = 0; id < TOPICS; id++) index.add(makeTopic(id, () => words[dice(words.length)]!));
  const built = process.cpuUsage(started).user / 1e6;
  const docs: MatchDoc[] = lines.slice(0, ARTICLES).map(({ title, text, source }) => ({
    lang: 'en',
    titleTerms: toTerms(title, 'en'),
    textTerms: toTerms(text, 'en'),
    source,
    time: 0,
  }));
  index.match(docs[0]!, 0);
  const times = docs.map((doc) => {
    const start = process.cpuUsage();
    const found = index.match(doc, 0).length;
    const { user, system } = process.cpuUsage(start);
    return { ms: (user + system) / 1e3, found };
  });
  const sorted = times.map(({ ms }) => ms).sort((a, b) => a - b);
  global.gc?.();
  return Promise.resolve({
    topics: index.size,
    'build, CPU seconds': built,
    'median CPU ms': sorted[sorted.length >> 1]!,
    'p95 CPU ms': sorted[Math.floor(sorted.length * 0.95)]!,
    'topics matched, mean': times.reduce((sum, { found }) => sum + found, 0) / times.length,
    'memory, MB': (process.memoryUsage().heapUsed - before) / 1e6,
  });
}

if (import.meta.main) console.log(JSON.stringify(await run(), null, 1));
