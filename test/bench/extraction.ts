// CPU per page of extractArticle beside Readability on linkedom, on the same pages in the same run: the median of five.

import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { extractArticle } from '../../src/articles/extract.ts';
import { type CorpusPage, hasCorpus, readCorpus } from '../quality/extraction-corpus.ts';

const ROUNDS = 5;
/** Every tenth page of the corpus. */
const STEP = 10;

function pickPages(): CorpusPage[] {
  const pages: CorpusPage[] = [];
  let at = 0;
  for (const { page } of readCorpus()) if (at++ % STEP === 0) pages.push(page);
  return pages;
}

function cpuPerPage(pages: readonly CorpusPage[], read: (page: CorpusPage) => void): number {
  const start = process.cpuUsage();
  for (const page of pages) read(page);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / pages.length;
}

function readWithReadability({ html }: CorpusPage): void {
  try {
    new Readability(parseHTML(html).document as never).parse();
  } catch {
    // It throws on a page without a body; the time counts all the same.
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

if (hasCorpus) {
  const pages = pickPages();
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const [own, peer] = [
      cpuPerPage(pages, ({ html, url }) => extractArticle(html, url)),
      cpuPerPage(pages, readWithReadability),
    ];
    // The first round warms both up.
    if (round > 0) {
      ours.push(own);
      theirs.push(peer);
    }
  }
  const ratio = median(ours) / median(theirs);
  console.log(
    `${pages.length} pages, CPU per page: ours ${median(ours).toFixed(1)} ms, Readability on linkedom ${median(theirs).toFixed(1)} ms, ratio ${ratio.toFixed(2)}`,
  );
} else console.log('skipped: the corpora are not beside the project');
