// Scores language detection and sentence splitting on the shared corpora beside the project:
// node test/quality/text.ts [--verbose]
import { existsSync, readFileSync } from 'node:fs';
import { detectLanguage } from '../../src/text/detect.ts';
import { splitSentences } from '../../src/text/sentences.ts';

const folder = new URL('../../../shared/corpora/nlp/', import.meta.url);
const verbose = process.argv.includes('--verbose');

interface LanguageRow {
  lang: string;
  kind: string;
  text: string;
}

interface SentenceRow {
  id: string;
  set: string;
  lang: string;
  text: string;
  sentences: string[];
}

function readRows<T>(name: string): T[] {
  const lines = readFileSync(new URL(name, folder), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as T);
}

function tally(counts: Map<string, [number, number]>, key: string, right: boolean): void {
  const [ok, all] = counts.get(key) ?? [0, 0];
  counts.set(key, [ok + (right ? 1 : 0), all + 1]);
}

function show(title: string, counts: ReadonlyMap<string, [number, number]>): void {
  for (const [key, [ok, all]] of counts) {
    console.log(`${title} ${key}: ${ok}/${all} ${((100 * ok) / all).toFixed(1)} %`);
  }
}

function scoreLanguages(): void {
  const counts = new Map<string, [number, number]>();
  for (const row of readRows<LanguageRow>('languages.jsonl')) {
    const found = detectLanguage(row.text);
    tally(counts, row.kind, found === row.lang);
    if (verbose && found !== row.lang) console.log(`  ${row.lang} read as ${found}: ${row.text}`);
  }
  show('language', counts);
}

function boundaries(sentences: readonly string[]): Set<number> {
  const ends = new Set<number>();
  let length = 0;
  for (const sentence of sentences) {
    length += sentence.replace(/\s/g, '').length;
    ends.add(length);
  }
  return ends;
}

function scoreSentences(): void {
  const counts = new Map<string, [number, number]>();
  let [hits, made, wanted] = [0, 0, 0];
  for (const row of readRows<SentenceRow>('sentences.jsonl')) {
    const found = splitSentences(row.text, row.lang).map((s) => row.text.slice(s.start, s.end));
    const right = found.join('‖').replace(/\s/g, '') === row.sentences.join('‖').replace(/\s/g, '');
    tally(counts, `${row.set} ${row.lang}`, right);
    tally(counts, `${row.set} all`, right);
    if (verbose && !right) console.log(`  ${row.id}\n    ${found.join(' ‖ ')}\n    ${row.sentences.join(' ‖ ')}`);
    const [a, b] = [boundaries(found), boundaries(row.sentences)];
    hits += [...a].filter((end) => b.has(end)).length;
    made += a.size;
    wanted += b.size;
  }
  show('sentences', counts);
  console.log(`boundaries: F1 ${((200 * hits) / (made + wanted)).toFixed(1)} %`);
}

if (existsSync(folder)) {
  scoreLanguages();
  scoreSentences();
} else {
  console.log('skipped: the shared corpora are not beside the project');
}
