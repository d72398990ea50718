// What several documents say, counted: words (stemmed, stop words too) and pairs of neighbouring words, and what is
// known of each that tells how likely an editor's summary has it.

import { stemWord } from '../text/stems.ts';
import { isStopWord } from '../text/stop-words.ts';
import type { Reading } from './sentence.ts';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const CAPITAL = /^\p{Lu}/u;
const DIGIT = /^\p{Nd}/u;
const SPACELESS = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my']);
const FIRST_THREE = 3;
// More different stems than any input has that is read (limits of read.ts): a pair is one number.
const PAIR = 2 ** 24;

/** A word as it is written: the number of its stem, and whether it has a capital. */
interface Form {
  readonly stem: number;
  readonly capital: number;
}

interface Stem {
  readonly stop: number;
  readonly number: number;
  readonly length: number;
}

/** The words of a reading, each form looked at once. */
class Lexicon {
  readonly stems: Stem[] = [];
  readonly #lang: string | undefined;
  readonly #numbers = new Map<string, number>();
  readonly #forms = new Map<string, Form>();

  constructor(lang: string | undefined) {
    this.#lang = lang;
  }

  form(word: string): Form {
    let form = this.#forms.get(word);
    if (!form) {
      form = this.#read(word);
      this.#forms.set(word, form);
    }
    return form;
  }

  #read(word: string): Form {
    const lower = word.toLowerCase();
    const key = stemWord(lower, this.#lang);
    let stem = this.#numbers.get(key);
    if (stem === undefined) {
      stem = this.stems.length;
      this.#numbers.set(key, stem);
      const stop = isStopWord(lower, this.#lang) ? 1 : 0;
      this.stems.push({ stop, number: DIGIT.test(word) ? 1 : 0, length: lower.length });
    }
    return { stem, capital: CAPITAL.test(word) ? 1 : 0 };
  }
}

/** Words and pairs, numbered from 0 in the order in which they are met. */
export class Concepts {
  /** Those of each sentence, each once. */
  readonly ofSentence: number[][] = [];
  readonly pair: boolean[] = [];
  readonly #lexicon: Lexicon;
  readonly reading: Reading;
  readonly #relevance: readonly number[];
  readonly #numbers = new Map<number, number>();
  /** Documents that have a sentence. */
  readonly documents: number;
  readonly stops: number[] = [];
  readonly digits: number[] = [];
  readonly lengths: number[] = [];
  readonly uses: number[] = [];
  readonly capitals: number[] = [];
  readonly titles: number[] = [];
  readonly sentences: number[] = [];
  readonly #lastSentence: number[] = [];
  readonly docs: number[] = [];
  readonly #lastDoc: number[] = [];
  readonly earliest: number[] = [];
  readonly earliness: number[] = [];
  readonly leads: number[] = [];
  readonly #lastLead: number[] = [];
  readonly openings: number[] = [];
  readonly #lastOpening: number[] = [];
  readonly relevances: number[] = [];

  constructor(reading: Reading, positions: readonly number[], relevance: readonly number[]) {
    this.reading = reading;
    this.#relevance = relevance;
    this.#lexicon = new Lexicon(reading.lang);
    this.documents = Math.max(1, reading.counts.filter((n) => n > 0).length);
    reading.sentences.forEach((_, i) => {
      this.ofSentence.push(this.#readSentence(i, positions[i]!));
    });
    for (const { title } of reading.docs) if (title) this.#noteTitle(title);
  }

  get size(): number {
    return this.pair.length;
  }

  #isSpaceless(): boolean {
    return SPACELESS.has(this.reading.lang ?? '');
  }

  #formsOf(index: number): Form[] {
    const { text, sequence } = this.reading.sentences[index]!;
    if (this.#isSpaceless()) return sequence.map((term) => this.#lexicon.form(this.reading.vocabulary[term]!));
    return (text.match(WORD) ?? []).map((word) => this.#lexicon.form(word));
  }

  #readSentence(index: number, position: number): number[] {
    const own: number[] = [];
    let before: Form | undefined;
    for (const form of this.#formsOf(index)) {
      // A capital that opens the sentence says nothing.
      const capital = before ? form.capital : 0;
      this.#use(this.#word(form.stem), capital, index, position, own);
      if (before) this.#use(this.#pairOf(before.stem, form.stem), (capital + before.capital) / 2, index, position, own);
      before = before ? form : { stem: form.stem, capital: 0 };
    }
    return own;
  }

  #word(stem: number): number {
    const known = this.#numbers.get(stem);
    return known ?? this.#add(stem, [this.#lexicon.stems[stem]!]);
  }

  #pairOf(left: number, right: number): number {
    const key = (left + 1) * PAIR + right;
    const { stems } = this.#lexicon;
    return this.#numbers.get(key) ?? this.#add(key, [stems[left]!, stems[right]!]);
  }

  #add(key: number, stems: readonly Stem[]): number {
    const id = this.pair.length;
    this.#numbers.set(key, id);
    this.pair.push(stems.length > 1);
    this.stops.push(stems.reduce((sum, { stop }) => sum + stop, 0));
    this.digits.push(stems.some(({ number }) => number === 1) ? 1 : 0);
    this.lengths.push(stems.reduce((sum, { length }) => sum + length, 0));
    for (const counts of [this.uses, this.capitals, this.titles, this.sentences, this.docs]) counts.push(0);
    for (const sums of [this.earliness, this.leads, this.openings, this.relevances]) sums.push(0);
    for (const last of [this.#lastSentence, this.#lastDoc, this.#lastLead, this.#lastOpening]) last.push(-1);
    this.earliest.push(Number.MAX_SAFE_INTEGER);
    return id;
  }

  #use(id: number, capital: number, index: number, position: number, own: number[]): void {
    this.uses[id]!++;
    this.capitals[id]! += capital;
    if (this.#lastSentence[id] === index) return;
    this.#lastSentence[id] = index;
    own.push(id);
    this.sentences[id]!++;
    if (position < this.earliest[id]!) this.earliest[id] = position;
    this.#noteDoc(id, this.reading.sentences[index]!.doc, position);
  }

  #noteDoc(id: number, doc: number, position: number): void {
    if (this.#lastDoc[id] !== doc) {
      this.#lastDoc[id] = doc;
      this.docs[id]!++;
      this.earliness[id]! += 1 / (1 + position);
      this.relevances[id]! += this.#relevance[doc]!;
    }
    if (position >= FIRST_THREE) return;
    if (this.#lastOpening[id] !== doc) {
      this.#lastOpening[id] = doc;
      this.openings[id]!++;
    }
    if (position === 0 && this.#lastLead[id] !== doc) {
      this.#lastLead[id] = doc;
      this.leads[id]!++;
    }
  }

  #noteTitle(title: string): void {
    const forms = (title.match(WORD) ?? []).map((word) => this.#lexicon.form(word));
    const said = new Set<number>();
    forms.forEach(({ stem }, i) => {
      said.add(stem);
      if (i > 0) said.add((forms[i - 1]!.stem + 1) * PAIR + stem);
    });
    for (const key of said) {
      const id = this.#numbers.get(key);
      if (id !== undefined) this.titles[id]!++;
    }
  }

  /** Number of a word or of a pair of words, if it is said: what learning compares references with. */
  find(word: string, next?: string): number | undefined {
    const left = this.#lexicon.form(word).stem;
    return this.#numbers.get(next === undefined ? left : (left + 1) * PAIR + this.#lexicon.form(next).stem);
  }
}
