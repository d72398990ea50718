// What people write for a language: "de", "pt-BR", "nb", "German", "Deutsch".

import { baseLanguage } from './language-code.ts';

/** The languages of the news that the bot can tell apart. */
const CODES =
  'ar az be bg bn ca cs da de el en es et eu fa fi fr gu he hi hr hu hy id is it ja ka ko ku lt lv mr ms nl no pl pt ro ru sk sl sq sr sv ta te th tl tr uk ur vi yo zh';

let codes: ReadonlyMap<string, string> | undefined;

/** ISO 639-1 where it is a language that is known by that code or name; else what was typed. */
export function readLanguage(typed: string): string {
  const wanted = typed.trim().toLowerCase();
  codes ??= new Map(CODES.split(' ').flatMap((code) => namesOf(code).map((name) => [name, code] as const)));
  return codes.get(wanted) ?? baseLanguage(wanted) ?? wanted;
}

let languageNames: Intl.DisplayNames | undefined;

/** Whether it is one, as people write it. */
export function isLanguage(typed: string): boolean {
  const code = readLanguage(typed);
  languageNames ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  // "Klingon" has the form of a code, "tl h" has none and throws.
  return /^[a-z]{2,3}$/.test(code) && languageNames.of(code) !== undefined;
}

/** Its English name and its own. */
function namesOf(code: string): string[] {
  return ['en', code].flatMap((locale) => {
    const name = new Intl.DisplayNames([locale], { type: 'language' }).of(code);
    return name === undefined ? [] : [name.toLowerCase()];
  });
}
