// The words of a text as they are written, each form looked at once: its stem, and whether it is a stop word, a name or a
// number. Where no spaces stand between words, the analyser's terms are the words.

import { stemWord } from '../text/stems.ts';
import { isStopWord } from '../text/stop-words.ts';
import type { Reading } from './sentence.ts';

/** What a stem is known by; the first form of it that is met decides. */
export interface Stem {
  readonly stop: number;
  readonly digit: number;
  readonly length: number;
}

/** A word as it is written. */
export interface Form extends Stem {
  readonly key: string;
  readonly capital: number;
  /** The number of its stem in the lexicon that last asked: news says the same words over and over. */
  stem: number;
  lexicon: number;
}

// Most words of most texts are found without asking the tables for every letter.
const WORD = /[A-Za-z0-9]+(?![\p{L}\p{M}\p{N}])|[\p{L}\p{M}\p{N}]+/gu;
const CAPITAL = /^\p{Lu}/u;
const DIGIT = /^\p{Nd}/u;
const SPACELESS = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my']);
const CACHE_SIZE = 20_000;

const caches = new Map<string, Map<string, Form>>();

function cacheFor(lang: string | undefined): Map<string, Form> {
  let cache = caches.get(lang ?? '');
  if (!cache || cache.size >= CACHE_SIZE) {
    cache = new Map();
    caches.set(lang ?? '', cache);
  }
  return cache;
}

function readForm(word: string, lang: string | undefined): Form {
  const lower = word.toLowerCase();
  return {
    key: stemWord(lower, lang),
    stop: isStopWord(lower, lang) ? 1 : 0,
    digit: DIGIT.test(word) ? 1 : 0,
    length: lower.length,
    capital: CAPITAL.test(word) ? 1 : 0,
    stem: -1,
    lexicon: -1,
  };
}

let lexicons = 0;

/** A reading's own numbers for the stems, from 0 in the order in which they are met. */
export class Lexicon {
  readonly stems: Stem[] = [];
  readonly #id = lexicons++;
  readonly #lang: string | undefined;
  readonly #numbers = new Map<string, number>();
  readonly #forms: Map<string, Form>;

  constructor(lang: string | undefined) {
    this.#lang = lang;
    this.#forms = cacheFor(lang);
  }

  /** Its `stem` is good until another lexicon asks. */
  form(written: string): Form {
    let form = this.#forms.get(written);
    if (!form) {
      form = readForm(written, this.#lang);
      this.#forms.set(written, form);
    }
    if (form.lexicon !== this.#id) {
      form.stem = this.#number(form);
      form.lexicon = this.#id;
    }
    return form;
  }

  #number(form: Form): number {
    let number = this.#numbers.get(form.key);
    if (number === undefined) {
      number = this.stems.push(form) - 1;
      this.#numbers.set(form.key, number);
    }
    return number;
  }

  formsOf(text: string): Form[] {
    return (text.match(WORD) ?? []).map((written) => this.form(written));
  }

  formsOfSentence({ sentences, vocabulary, lang }: Reading, index: number): Form[] {
    const { text, sequence } = sentences[index]!;
    return SPACELESS.has(lang ?? '') ? sequence.map((term) => this.form(vocabulary[term]!)) : this.formsOf(text);
  }
}
