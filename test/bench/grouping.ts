// Grouping a stream made from sentences of the clustering corpora: 1,440 articles a day, two in three of them about an
// event that others write about too. Articles per CPU second over the whole and over its tenths, and memory alive.
//
//   node --expose-gc test/bench/grouping.ts [articles, default 100000]

import { createGrouper } from '../../src/stories/grouper.ts';
import { hasCorpora, readJsonLines } from '../quality/clustering-data.ts';
import { createDice } from './dice.ts';

const PER_DAY = 1_440;
const STEP_MS = 86_400_000 / PER_DAY;
const TENTHS = 10;
/** Made beforehand, so that making them is not measured. */
const BATCH = 500;

interface Made {
  readonly id: number;
  readonly title: string;
  readonly text: string;
  readonly lang: string;
  readonly source: string;
  readonly time: number;
}

function readTexts(): { readonly title: string; readonly sentences: readonly string[] }[] {
  const files = ['allsides/articles.jsonl', 'allsides/background.jsonl', 'wiki-basil/articles.jsonl'];
  return files
    .flatMap((file) => readJsonLines<{ title: string; text: string }>(file))
    .map(({ title, text }) => ({ title, sentences: text.split(/(?<=[.!?])\s+/u) }));
}

/** Yields one article a minute; an event is an old text whose sentences are cut and mixed anew for each outlet. */
export function* makeStream(count: number, texts = readTexts()): Generator<Made> {
  const dice = createDice(7);
  let running: { text: (typeof texts)[number]; left: number; word: string }[] = [];
  for (let id = 0; id < count; id++) {
    running = running.filter((event) => event.left > 0);
    if (running.length < 120 || dice(3) === 0) {
      // A word of its own keeps two events made from one text apart, as a name would.
      running.push({ text: texts[dice(texts.length)]!, left: 1 + dice(6), word: `Q${dice(1e6).toString(36)}` });
    }
    const event = running[dice(running.length)]!;
    event.left -= 1;
    const other = texts[dice(texts.length)]!;
    // Few enough in common that most are reports of their own, not copies.
    const own = event.text.sentences.filter(() => dice(10) < 3).slice(0, 12);
    const words = event.text.title.split(' ').filter(() => dice(4) > 0);
    yield {
      id,
      title: `${event.word} ${words.join(' ')}`,
      text: [`${event.word}: ${own[0] ?? ''}`, ...own.slice(1), other.sentences[0]].join(' '),
      lang: 'en',
      source: `Outlet ${dice(200)}`,
      time: 1_700_000_000_000 + id * STEP_MS,
    };
  }
}

export function run(count = 100_000): Promise<Record<string, number>> {
  if (!hasCorpora()) {
    process.stderr.write('grouping: skipped, there is no ../shared/corpora/clustering beside the project\n');
    return Promise.resolve({});
  }
  // Beforehand, so that they do not count as memory of what is alive.
  const texts = readTexts();
  global.gc?.();
  const before = process.memoryUsage();
  const grouper = createGrouper<number, number>();
  const seconds: number[] = [];
  let opened = 0;
  let copies = 0;
  const stream = makeStream(count, texts);
  for (let part = 0; part < TENTHS; part++) {
    let spent = 0;
    for (let left = count / TENTHS; left > 0; left -= BATCH) {
      const batch = Array.from({ length: Math.min(BATCH, left) }, () => stream.next().value as Made);
      const start = process.cpuUsage();
      for (const article of batch) if (grouper.place(article, () => opened++).copyOf !== undefined) copies += 1;
      const { user, system } = process.cpuUsage(start);
      spent += (user + system) / 1e6;
    }
    seconds.push(spent);
  }
  global.gc?.();
  const after = process.memoryUsage();
  const rate = (part: number): number => Math.round(count / TENTHS / seconds[part]!);
  return Promise.resolve({
    'articles per CPU second': Math.round(count / seconds.reduce((a, b) => a + b, 0)),
    'in the second tenth': rate(1),
    'in the last tenth': rate(TENTHS - 1),
    alive: grouper.size,
    'stories opened': opened,
    copies,
    'memory alive, MB':
      Math.round((after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e5) / 10,
  });
}

if (import.meta.main) console.log(JSON.stringify(await run(Number(process.argv[2] ?? 100_000)), null, 1));
