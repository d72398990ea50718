// What several documents say, counted: words (stemmed, stop words too) and pairs of neighbouring words, and who says each
// of them where.

import type { Reading } from './sentence.ts';
import { type Form, Lexicon } from './word-forms.ts';

const FIRST_THREE = 3;

/** Words and pairs, numbered from 0 in the order in which they are met; a column for each thing that is counted. */
export class Concepts {
  /** Those of each sentence, each once. */
  readonly ofSentence: readonly (readonly number[])[];
  /** Documents that have a sentence. */
  readonly documents: number;
  size = 0;
  readonly pair: Uint8Array;
  /** Stop words and numbers in it, and its letters. */
  readonly stops: Uint8Array;
  readonly digits: Uint8Array;
  readonly lengths: Uint16Array;
  readonly uses: Uint32Array;
  /** Uses with a capital; a pair's first and second word count half each. */
  readonly capitals: Float64Array;
  readonly titles: Uint32Array;
  readonly sentences: Uint32Array;
  readonly docs: Uint32Array;
  /** Its first position in any document; the sum of 1 / (1 + first position) over its documents. */
  readonly earliest: Float64Array;
  readonly earliness: Float64Array;
  /** Documents whose first sentence, or one of whose first three, has it. */
  readonly leads: Uint32Array;
  readonly openings: Uint32Array;
  /** Sum of its documents' relevance. */
  readonly relevances: Float64Array;
  readonly #lexicon: Lexicon;
  /** Stems that the sentences have: keys below it are words, those above it pairs. Titles may bring more, which count nothing. */
  readonly #stems: number;
  readonly #numbers = new Map<number, number>();
  /** Numbers of the last sentence and document that were counted for it, from 1. */
  readonly #lastSentence: Uint32Array;
  readonly #lastDoc: Uint32Array;
  readonly #lastOpening: Uint32Array;
  readonly #lastLead: Uint32Array;

  constructor(reading: Reading, positions: readonly number[], relevance: readonly number[]) {
    this.#lexicon = new Lexicon(reading.lang);
    this.documents = Math.max(1, reading.counts.filter((n) => n > 0).length);
    const words = reading.sentences.map((_, i) => this.#lexicon.formsOfSentence(reading, i));
    this.#stems = this.#lexicon.stems.length;
    const most = 2 * words.reduce((sum, own) => sum + own.length, 0);
    this.pair = new Uint8Array(most);
    this.stops = new Uint8Array(most);
    this.digits = new Uint8Array(most);
    this.lengths = new Uint16Array(most);
    this.uses = new Uint32Array(most);
    this.capitals = new Float64Array(most);
    this.titles = new Uint32Array(most);
    this.sentences = new Uint32Array(most);
    this.docs = new Uint32Array(most);
    this.earliest = new Float64Array(most);
    this.earliness = new Float64Array(most);
    this.leads = new Uint32Array(most);
    this.openings = new Uint32Array(most);
    this.relevances = new Float64Array(most);
    this.#lastSentence = new Uint32Array(most);
    this.#lastDoc = new Uint32Array(most);
    this.#lastOpening = new Uint32Array(most);
    this.#lastLead = new Uint32Array(most);
    this.ofSentence = words.map((own, i) => this.#count(own, i));
    reading.sentences.forEach(({ doc }, i) => {
      for (const id of this.ofSentence[i]!) this.#note(id, doc, positions[i]!, relevance[doc]!);
    });
    for (const { title } of reading.docs) if (title) this.#noteTitle(title);
  }

  /** Numbers the words and pairs of a sentence; each once. */
  #count(words: readonly Form[], sentence: number): number[] {
    const own: number[] = [];
    let before = -1;
    let capitalBefore = 0;
    for (const { stem, capital: written } of words) {
      // A capital that opens the sentence says nothing.
      const capital = before < 0 ? 0 : written;
      this.#use(this.#word(stem), capital, sentence, own);
      if (before >= 0) this.#use(this.#pairOf(before, stem), (capital + capitalBefore) / 2, sentence, own);
      before = stem;
      capitalBefore = capital;
    }
    return own;
  }

  #use(id: number, capital: number, sentence: number, own: number[]): void {
    this.uses[id]!++;
    this.capitals[id]! += capital;
    if (this.#lastSentence[id] === sentence + 1) return;
    this.#lastSentence[id] = sentence + 1;
    own.push(id);
  }

  #word(stem: number): number {
    const known = this.#numbers.get(stem);
    if (known !== undefined) return known;
    const id = this.size++;
    const { stop, digit, length } = this.#lexicon.stems[stem]!;
    this.#numbers.set(stem, id);
    this.stops[id] = stop;
    this.digits[id] = digit;
    this.lengths[id] = length;
    return id;
  }

  #pairKey(left: number, right: number): number {
    return (left + 1) * this.#stems + right;
  }

  #pairOf(left: number, right: number): number {
    const key = this.#pairKey(left, right);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const id = this.size++;
    const one = this.#lexicon.stems[left]!;
    const two = this.#lexicon.stems[right]!;
    this.#numbers.set(key, id);
    this.pair[id] = 1;
    this.stops[id] = one.stop + two.stop;
    this.digits[id] = Math.max(one.digit, two.digit);
    this.lengths[id] = one.length + two.length;
    return id;
  }

  #note(id: number, doc: number, position: number, relevance: number): void {
    if (this.sentences[id]!++ === 0 || position < this.earliest[id]!) this.earliest[id] = position;
    if (this.#lastDoc[id] !== doc + 1) {
      this.#lastDoc[id] = doc + 1;
      this.docs[id]!++;
      this.earliness[id]! += 1 / (1 + position);
      this.relevances[id]! += relevance;
    }
    if (position >= FIRST_THREE) return;
    if (this.#lastOpening[id] !== doc + 1) {
      this.#lastOpening[id] = doc + 1;
      this.openings[id]!++;
    }
    if (position === 0 && this.#lastLead[id] !== doc + 1) {
      this.#lastLead[id] = doc + 1;
      this.leads[id]!++;
    }
  }

  #noteTitle(title: string): void {
    const words = this.#lexicon.formsOf(title);
    const said = new Set<number>();
    words.forEach(({ stem }, i) => {
      for (const id of [this.#find(stem), i === 0 ? undefined : this.#find(words[i - 1]!.stem, stem)]) {
        if (id !== undefined) said.add(id);
      }
    });
    for (const id of said) this.titles[id]!++;
  }

  #find(stem: number, next?: number): number | undefined {
    const known = Math.max(stem, next ?? 0) < this.#stems;
    return known ? this.#numbers.get(next === undefined ? stem : this.#pairKey(stem, next)) : undefined;
  }

  /** Number of a word or of a pair of words, if it is said: what learning compares references with. */
  find(word: string, next?: string): number | undefined {
    return this.#find(this.#lexicon.form(word).stem, next === undefined ? undefined : this.#lexicon.form(next).stem);
  }
}
