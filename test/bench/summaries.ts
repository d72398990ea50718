// CPU time of a summary, against node-summarizer's rank method and ts-textrank in the same run. Texts are made here.

import { readSentences } from '../../src/summaries/read.ts';
import { summarize } from '../../src/summaries/summarize.ts';
import { METHODS, type SummaryDoc } from '../../src/summaries/summary.ts';
import { nodeSummarizerByRank, tsTextRank } from '../quality/peer-summarizers.ts';

const SUBJECTS = [
  'The council',
  'A spokesman for the port',
  'The minister',
  'Nordlink',
  'The coast guard',
  'Engineers',
  'Residents of Holm',
  'The union',
];
const VERBS = ['approved', 'rejected', 'described', 'criticised', 'announced', 'postponed', 'examined', 'defended'];
const OBJECTS = [
  'the new bridge',
  'a plan for the harbour',
  'the cost of 40 million crowns',
  'the report on the ferry Aurora',
  'higher fares',
  'the repair of the hull',
  'an inquiry into the accident',
  'the timetable for spring',
];
const TAILS = [
  'on Monday',
  'after a long debate in the town hall',
  'despite warnings from 214 passengers',
  'while work on the quay went on',
  'in a letter that was read aloud to the members',
  'because the money had not arrived before the end of the year',
  'said people who had seen the papers',
  'and asked for an answer by Friday',
];

function pick(list: readonly string[], i: number): string {
  return list[i % list.length]!;
}

/** News-like text of so many sentences, all different; the same seed gives the same text. */
function makeText(sentences: number, seed: number): string {
  return Array.from({ length: sentences }, (_, k) => {
    const i = (k + seed) * 2654435761;
    const at = (n: number) => Math.abs(Math.floor(i / 7 ** n)) % 997;
    const numbered = k % 3 === 0 ? ` ${at(5)} times` : '';
    return `${pick(SUBJECTS, at(0))} ${pick(VERBS, at(1))} ${pick(OBJECTS, at(2))}${numbered} ${pick(TAILS, at(3))}, ${pick(TAILS, at(4) + 3)}.`;
  }).join(' ');
}

function cpuMs(from: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

async function perRun(rounds: number, work: () => unknown): Promise<number> {
  for (let i = 0; i < Math.min(rounds, 100); i++) await work();
  const from = process.cpuUsage();
  for (let i = 0; i < rounds; i++) await work();
  return cpuMs(from) / rounds;
}

function wordCount(docs: readonly SummaryDoc[]): number {
  return docs.reduce((sum, doc) => sum + doc.text.split(/\s+/).length, 0);
}

/** As many sentences as give about so many words. */
function docsOf(words: number, count: number): SummaryDoc[] {
  return Array.from({ length: count }, (_, id) => ({ id, text: makeText(Math.round(words / count / 24), id * 1000) }));
}

async function compare(name: string, docs: readonly SummaryDoc[]): Promise<void> {
  const budget = { lang: 'en', sentences: 3 } as const;
  const ours = await perRun(200, () => summarize(docs, budget));
  const theirs = await perRun(200, () => tsTextRank(docs, budget));
  const ranked = await perRun(5, () => nodeSummarizerByRank(docs, budget));
  const size = `${wordCount(docs)} words, ${readSentences(docs, 'en').sentences.length} sentences`;
  console.log(`${name} (${size}): ${ours.toFixed(2)} ms of CPU`);
  console.log(`  ts-textrank ${theirs.toFixed(2)} ms: ours takes ${(ours / theirs).toFixed(2)} of it`);
  console.log(`  node-summarizer by rank ${ranked.toFixed(2)} ms: ours takes ${(ours / ranked).toFixed(3)} of it`);
}

await compare('an article', docsOf(640, 1));
await compare('a cluster', docsOf(1900, 4));

const long = [{ id: 1, text: makeText(3000, 7) }];
for (const method of METHODS) {
  const ms = await perRun(3, () => summarize(long, { lang: 'en', sentences: 7, method }));
  console.log(`3,000 sentences, ${method}: ${ms.toFixed(0)} ms`);
}
const split = [0, 1, 2, 3].map((id) => ({ id, text: makeText(750, id * 10_000) }));
const ms = await perRun(3, () => summarize(split, { lang: 'en', words: 250 }));
console.log(`3,000 sentences in 4 documents, default, 250 words: ${ms.toFixed(0)} ms`);
