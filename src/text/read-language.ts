// What people write for a language: "de", "pt-BR", "nb", "German", "Deutsch", "allemand".

import { fold } from './fold.ts';
import { baseLanguage } from './language-code.ts';

/** The languages of the news that the bot can tell apart. */
const CODES =
  'ar az be bg bn ca cs da de el en es et eu fa fi fr gu he hi hr hu hy id is it ja ka ko ku lt lv mr ms nl no pl pt ro ru sk sl sq sr sv ta te th tl tr uk ur vi yo zh';

/** Those that the bot speaks, and that people name languages in. */
const SPOKEN = 'en de fr es pt ru vi ja';

let codes: ReadonlyMap<string, string> | undefined;

/** ISO 639-1 where it is a language that is known by that code or name; else what was typed. */
export function readLanguage(typed: string): string {
  const wanted = fold(typed.trim());
  codes ??= new Map(CODES.split(' ').flatMap((code) => namesOf(code).map((name) => [name, code] as const)));
  return codes.get(wanted) ?? baseLanguage(wanted) ?? wanted;
}

/** Whether it is one, as people write it. */
export function isLanguage(typed: string): boolean {
  const code = readLanguage(typed);
  // "Klingon" has the form of a code, "tl h" has none and throws.
  return /^[a-z]{2,3}$/.test(code) && displayNames('en').of(code) !== undefined;
}

/** Its names in the languages that the bot speaks and in its own, folded. `code` has the form of one. */
export function namesOf(code: string): readonly string[] {
  const names = [...SPOKEN.split(' '), code].map((locale) => displayNames(locale).of(code));
  return [...new Set(names.filter((name) => name !== undefined).map(fold))];
}

/** As its own speakers call it; the same of `code`. */
export function ownNameOf(code: string): string | undefined {
  return displayNames(code).of(code);
}

const named = new Map<string, Intl.DisplayNames>();

function displayNames(locale: string): Intl.DisplayNames {
  const known = named.get(locale) ?? new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' });
  named.set(locale, known);
  return known;
}
