// Scores extractArticle on the development split of the extraction corpus. The block model has learned from these pages:
// what it does on sites it never saw is said by learn-blocks.ts --check, and by the held-out split.

import { type ExtractOutcome, extractArticle } from '../../src/articles/extract.ts';
import { hasCorpus, readCorpus, type Truth } from './extraction-corpus.ts';
import { exactShare, segmentF1, shingleF1, squeeze, type TextPair, wordF1 } from './extraction-scores.ts';

export interface Answer {
  readonly truth: Truth;
  readonly text: string;
  readonly title: string;
  readonly author: string;
  readonly date: string;
}

export async function run(): Promise<Record<string, number>> {
  if (!hasCorpus) {
    console.log('skipped: the corpora are not beside the project');
    return {};
  }
  const answers = [...readCorpus()].map(({ page, truth }) => toAnswer(truth, extractArticle(page.html, page.url)));
  return scoresOf(answers);
}

export function scoresOf(answers: readonly Answer[]): Record<string, number> {
  const of = (set: string) => answers.filter(({ truth }) => truth.set === set);
  const zyte = of('zyte').map(toPair);
  return {
    'zyte shingle F1': shingleF1(zyte),
    'zyte exact': exactShare(zyte),
    'wcxb word F1': wordF1(of('wcxb').map(toPair)),
    'trafilatura segment F1': segmentF1(
      of('trafilatura').map(({ truth, text }) => ({
        found: text,
        with: truth.with ?? [],
        without: truth.without ?? [],
      })),
    ),
    'title right': rightShare(answers, 'title', (wanted, got) => fold(wanted) === fold(got)),
    'author right': rightShare(answers, 'author', isSameAuthor),
    'date right': rightShare(answers, 'date', (wanted, got) => wanted.slice(0, 10) === got.slice(0, 10)),
  };
}

export function toAnswer(truth: Truth, outcome: ExtractOutcome): Answer {
  if (outcome.kind === 'none') return { truth, text: '', title: '', author: '', date: '' };
  const { text, title, author = '', publishedAt } = outcome.draft;
  return { truth, text, title, author, date: publishedAt === undefined ? '' : new Date(publishedAt).toISOString() };
}

function toPair({ truth, text }: Answer): TextPair {
  return { truth: truth.text ?? '', found: text };
}

/** Of the pages that state it, those where ours is the same. */
function rightShare(
  answers: readonly Answer[],
  fact: 'title' | 'author' | 'date',
  isSame: (wanted: string, got: string) => boolean,
): number {
  const stated = answers.filter(({ truth }) => truth[fact] !== undefined);
  return (
    stated.filter((answer) => answer[fact] !== '' && isSame(answer.truth[fact]!, answer[fact])).length / stated.length
  );
}

function isSameAuthor(wanted: string, got: string): boolean {
  const [a, b] = [fold(wanted).replace(/^by /, ''), fold(got).replace(/^by /, '')];
  return a === b || (a.length > 4 && b.includes(a));
}

function fold(text: string): string {
  return squeeze(text)
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-');
}
