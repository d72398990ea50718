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

interface Form extends Stem {
  readonly key: string;
  readonly capital: number;
}

interface Word {
  readonly stem: number;
  readonly capital: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
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
  };
}

/** A reading's own numbers for the stems, from 0 in the order in which they are met. */
export class Lexicon {
  readonly stems: Stem[] = [];
  readonly #lang: string | undefined;
  readonly #numbers = new Map<string, number>();
  readonly #words = new Map<string, Word>();

  constructor(lang: string | undefined) {
    this.#lang = lang;
  }

  word(written: string): Word {
    let word = this.#words.get(written);
    if (!word) {
      word = this.#number(written);
      this.#words.set(written, word);
    }
    return word;
  }

  #number(written: string): Word {
    const cache = cacheFor(this.#lang);
    let form = cache.get(written);
    if (!form) {
      form = readForm(written, this.#lang);
      cache.set(written, form);
    }
    let stem = this.#numbers.get(form.key);
    if (stem === undefined) {
      stem = this.stems.push(form) - 1;
      this.#numbers.set(form.key, stem);
    }
    return { stem, capital: form.capital };
  }

  wordsOf(text: string): Word[] {
    const words: Word[] = [];
    for (const written of text.match(WORD) ?? []) words.push(this.word(written));
    return words;
  }

  wordsOfSentence({ sentences, vocabulary, lang }: Reading, index: number): Word[] {
    const { text, sequence } = sentences[index]!;
    return SPACELESS.has(lang ?? '') ? sequence.map((term) => this.word(vocabulary[term]!)) : this.wordsOf(text);
  }
}
