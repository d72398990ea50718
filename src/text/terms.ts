// THE analyser: search, topics, stories and summaries all see a text through these terms, in every language alike.
import { detectLanguage } from './detect.ts';
import { fold } from './fold.ts';
import { baseLanguage } from './language-code.ts';
import { countScripts, mainScript, usualLanguage } from './scripts.ts';
import type { Span } from './span.ts';
import { stemWord } from './stems.ts';
import { stopWords } from './stop-words.ts';
import { type Token, tokenize } from './tokens.ts';

/** Folded and stemmed, without white space; where it stands in the text. */
export interface Term extends Span {
  readonly term: string;
}

const LONGEST_TERM = 64;
const STARTS_WITH_DIGIT = /^\p{Nd}/u;
const ACRONYM = /^(?:\p{L}\.)+\p{L}?\.?$/u;
const CAPITALS = /^\p{Lu}{2,5}$/u;
const HAN = /^\p{Script=Han}$/u;
const KATAKANA = /^[\p{Script=Katakana}ー]{1,20}$/u;
const ENGLISH_POSSESSIVE = /['’]s?$/;
// Detection needs about a sentence; below it the script's usual language is as good, and loads nothing.
const ENOUGH_TO_DETECT = 60;

function languageOf(text: string, lang: string | undefined): string {
  const given = baseLanguage(lang);
  if (given) return given;
  const detected = text.length >= ENOUGH_TO_DETECT ? detectLanguage(text) : undefined;
  return detected ?? guessLanguage(text);
}

/**
 * What is mostly written in the text's script. It loads nothing: for the thread that answers people, where an article
 * whose language the workers could not tell would have the tables loaded in vain.
 */
export function guessLanguage(text: string): string {
  return usualLanguage(mainScript(countScripts(text)) ?? 'Latin');
}

const GROUPED = /^\p{Nd}{1,3}(?:([.,’'])\p{Nd}{3})(?:\1\p{Nd}{3})*(?:[.,](\p{Nd}{1,2}))?$/u;

// "1,500", "1.500" and "1’500" are one number everywhere, so are "3,5" and "3.5".
function toNumberTerm(number: string): string {
  const plain = number.normalize('NFKC').replaceAll(' ', '');
  if (!/[.,’']/.test(plain)) return plain;
  const grouped = GROUPED.exec(plain);
  if (!grouped) return plain.replace(/[,’']/g, '.');
  const decimals = grouped[2] ? plain.slice(0, -grouped[2].length - 1) : plain;
  return decimals.replace(/[.,’']/g, '') + (grouped[2] ? `.${grouped[2]}` : '');
}

// News says the same words over and over.
const CACHE_SIZE = 20_000;
const caches = new Map<string, Map<string, string>>();

interface Analysis {
  readonly lang: string;
  readonly stops: ReadonlySet<string>;
  /** A headline in capitals throughout: there capitals mark nothing. */
  readonly shouting: boolean;
}

function toWordTerm(word: string, { lang, stops, shouting }: Analysis): string | undefined {
  // US, WHO and IT are names, us, who and it are not.
  const named = !shouting && CAPITALS.test(word);
  let lower = word.toLowerCase();
  if (lower.includes('’')) lower = lower.replaceAll('’', "'");
  if (!named && stops.has(lower)) return undefined;
  if (lang === 'en') lower = lower.replace(ENGLISH_POSSESSIVE, '');
  const folded = fold(lower);
  if (folded.length === 0 || (folded.length === 1 && !HAN.test(folded))) return undefined;
  return fold(stemWord(lower, lang)) || folded;
}

function toTerm({ text }: Token, analysis: Analysis): string | undefined {
  if (STARTS_WITH_DIGIT.test(text)) return toNumberTerm(text);
  if (text.includes('.') && ACRONYM.test(text)) return fold(text.replaceAll('.', ''));
  return toWordTerm(text, analysis);
}

function cacheFor({ lang, shouting }: Analysis): Map<string, string> {
  const key = shouting ? `${lang}!` : lang;
  let cache = caches.get(key);
  if (!cache || cache.size >= CACHE_SIZE) {
    cache = new Map();
    caches.set(key, cache);
  }
  return cache;
}

// The dictionary does not know most names. Of Chinese ones it leaves single characters: neighbours are joined in
// pairs, so that 普|京 is the term 普京. Of Japanese ones it leaves bits of katakana: プー|チン is プーチン.
function joinNames(terms: readonly Term[]): Term[] {
  const joined: Term[] = [];
  let paired = false;
  for (let i = 0; i < terms.length; i++) {
    const here = terms[i]!;
    const next = terms[i + 1];
    const single = HAN.test(here.term);
    const pairs = single && next !== undefined && next.start === here.end && HAN.test(next.term);
    if (pairs) joined.push({ term: here.term + next.term, start: here.start, end: next.end });
    else if ((!paired || !single) && !extendKatakana(joined, here)) joined.push(here);
    paired = pairs;
  }
  return joined;
}

function extendKatakana(terms: Term[], next: Term): boolean {
  const last = terms.at(-1);
  const apart = !last || last.end !== next.start || Math.min(last.term.length, next.term.length) > 2;
  if (apart || !KATAKANA.test(last.term) || !KATAKANA.test(next.term)) return false;
  terms[terms.length - 1] = { term: last.term + next.term, start: last.start, end: next.end };
  return true;
}

/** Capitals throughout. */
export function isShouting(text: string): boolean {
  return !/\p{Ll}/u.test(text);
}

/**
 * Stop words are left out. Without a language it is detected, or guessed from the script in a short text. `shouting`:
 * of a word that stands in a text, whether all of that text is in capitals.
 */
export function analyse(text: string, lang?: string, shouting = isShouting(text)): Term[] {
  const language = languageOf(text, lang);
  const analysis = { lang: language, stops: stopWords(language), shouting };
  const cache = cacheFor(analysis);
  const terms: Term[] = [];
  for (const token of tokenize(text, language)) {
    let term = cache.get(token.text);
    if (term === undefined) {
      term = toTerm(token, analysis)?.slice(0, LONGEST_TERM) ?? '';
      if (token.text.length <= LONGEST_TERM) cache.set(token.text, term);
    }
    if (term !== '') terms.push({ term, start: token.start, end: token.end });
  }
  return language === 'zh' || language === 'ja' ? joinNames(terms) : terms;
}

export function toTerms(text: string, lang?: string, shouting?: boolean): string[] {
  return analyse(text, lang, shouting).map((t) => t.term);
}

/** The terms of words that somebody looks for: what has capitals there is a name. Loads nothing. */
export function typedTerms(typed: string, lang: string | undefined): string[] {
  return toTerms(typed, lang ?? guessLanguage(typed), false);
}
