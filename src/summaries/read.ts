// Reads documents into sentences with terms: one pass of the splitter and of the analyser over each text.

import { detectLanguage } from '../text/detect.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { analyse, type Term } from '../text/terms.ts';
import { tokenize } from '../text/tokens.ts';
import { findFaults } from './faults.ts';
import type { Reading, Sentence } from './sentence.ts';
import type { SummaryDoc } from './summary.ts';
import { trimDateline } from './trim-dateline.ts';

// Long inputs are capped with grace: what lies beyond this many characters of one text is not read.
const MOST_CHARACTERS = 1_500_000;
const SPACELESS = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
const CAPITAL = /^\p{Lu}/u;
const DIGIT = /^\p{Nd}/u;
const WORDLIKE = /[\p{L}\p{N}]/u;

class Vocabulary {
  readonly words: string[] = [];
  readonly #ids = new Map<string, number>();
  readonly #seen: number[] = [];
  readonly #capitals: number[] = [];

  id(term: string): number {
    let id = this.#ids.get(term);
    if (id === undefined) {
      id = this.words.length;
      this.#ids.set(term, id);
      this.words.push(term);
      this.#seen.push(0);
      this.#capitals.push(0);
    }
    return id;
  }

  note(id: number, capital: boolean): void {
    this.#seen[id]!++;
    if (capital) this.#capitals[id]!++;
  }

  capitalised(): boolean[] {
    return this.#seen.map((seen, id) => seen > 0 && this.#capitals[id]! * 2 > seen);
  }
}

// No script without spaces begins below it, and no rare space.
const FIRST_RARE = 0x0e00;

const LAST_ASCII = 0x7f;

function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code <= LAST_ASCII) return code >= 65 && code <= 90;
  return CAPITAL.test(text.slice(at, at + 2));
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code <= LAST_ASCII) return code >= 48 && code <= 57;
  return DIGIT.test(text.slice(at, at + 2));
}

/** Words as people count them; exported because budgets are in these words. */
export function countWords(text: string): number {
  let words = 0;
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= FIRST_RARE) {
      if (SPACELESS.test(text)) return tokenize(text).length;
      return text.split(/\s+/).filter((part) => part !== '').length;
    }
    const space = code === 32 || (code >= 9 && code <= 13) || code === 0xa0;
    if (!space && !inside) words++;
    inside = !space;
  }
  return words;
}

function headingSpans(doc: SummaryDoc): Span[] {
  if (!doc.headings || doc.headings.length === 0) return [];
  const lines = new Set(doc.headings);
  const spans: Span[] = [];
  let start = 0;
  doc.text.split('\n').forEach((line, number) => {
    if (lines.has(number)) spans.push({ start, end: start + line.length });
    start += line.length + 1;
  });
  return spans;
}

function sentenceSpans(doc: SummaryDoc, lang: string | undefined): Span[] {
  const text = doc.text.length > MOST_CHARACTERS ? doc.text.slice(0, MOST_CHARACTERS) : doc.text;
  const headings = headingSpans(doc);
  const spans = splitSentences(text, lang).filter((span) => WORDLIKE.test(text.slice(span.start, span.end)));
  if (headings.length === 0) return spans;
  const kept = spans.filter((span) => !headings.some((h) => span.start >= h.start && span.end <= h.end));
  return kept.length > 0 ? kept : spans;
}

interface Draft {
  readonly doc: number;
  readonly text: string;
  readonly spans: readonly Span[];
  readonly terms: readonly Term[];
  readonly lang: string | undefined;
}

/** Terms of each span; both run through the text in order. */
function termsBySpan(spans: readonly Span[], terms: readonly Term[]): Term[][] {
  let at = 0;
  return spans.map((span) => {
    while (at < terms.length && terms[at]!.start < span.start) at++;
    const from = at;
    while (at < terms.length && terms[at]!.end <= span.end) at++;
    return terms.slice(from, at);
  });
}

function readTerms(text: string, terms: readonly Term[], vocabulary: Vocabulary) {
  let names = 0;
  let numbers = 0;
  const sequence: number[] = [];
  terms.forEach((term, i) => {
    const id = vocabulary.id(term.term);
    // A capital that opens the sentence says nothing.
    const capital = i > 0 && isCapital(text, term.start);
    if (i > 0) vocabulary.note(id, capital);
    if (capital) names++;
    if (isDigit(text, term.start)) numbers++;
    sequence.push(id);
  });
  return { terms: [...new Set(sequence)], sequence, names, numbers };
}

function readDocument({ doc, text, spans, terms, lang }: Draft, vocabulary: Vocabulary): Sentence[] {
  const perSpan = termsBySpan(spans, terms);
  let lineEnd = -1;
  return spans.map(({ start, end }, order) => {
    const own = text.slice(start, end);
    const opensLine = start > lineEnd;
    if (opensLine) {
      const next = text.indexOf('\n', start);
      lineEnd = next < 0 ? text.length : next;
    }
    const read = readTerms(text, perSpan[order]!, vocabulary);
    const words = countWords(own);
    const faults = findFaults({ text: own, words, terms: read.terms.length, last: order === spans.length - 1 }, lang);
    return { start, end, doc, order, text: own, opensLine, words, faults, ...read };
  });
}

/** `lang` is detected from the longest text when it is not given. */
export function readSentences(docs: readonly SummaryDoc[], given?: string): Reading {
  const longest = docs.reduce((best, doc) => (doc.text.length > best.length ? doc.text : best), '');
  const lang = given ?? detectLanguage(longest.slice(0, 2000));
  const vocabulary = new Vocabulary();
  const perDoc = docs.map((doc, index) => {
    const spans = sentenceSpans(doc, lang).map((span) => trimDateline(doc.text, span));
    const end = spans.at(-1)?.end ?? 0;
    const text = doc.text.length > end ? doc.text.slice(0, end) : doc.text;
    return readDocument({ doc: index, text, spans, terms: analyse(text, lang), lang }, vocabulary);
  });
  const titles = docs.map((doc) => new Set(analyse(doc.title ?? '', lang).map((t) => vocabulary.id(t.term))));
  return {
    docs,
    lang,
    sentences: perDoc.flat(),
    counts: perDoc.map((s) => s.length),
    vocabulary: vocabulary.words,
    titles,
    capitalised: vocabulary.capitalised(),
  };
}
