/** A term that says the language; no word has a colon. */
export function languageTerm(lang: string): string {
  return `lang:${lang}`;
}

/** All of them stand between the two (the second left out). */
export const LANGUAGE_TERMS = [languageTerm(''), 'lang;'] as const;
