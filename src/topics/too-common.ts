// Words that are in nearly every text and are not looked for: who asks for nothing else should hear of it.

import type { Problem } from '../errors.ts';
import { guessLanguage, typedTerms } from '../text/terms.ts';
import { parseQuery, type Query } from './query.ts';

/** `languages`: of the articles that it is for; empty where none are known. */
export function tooCommon(typed: string, languages: readonly string[]): Problem | undefined {
  const parsed = parseQuery(typed);
  const usual = guessLanguage(typed);
  const asked = languages.length === 0 || languages.includes(usual) ? [usual] : languages;
  const isSilent = 'ok' in parsed && asked.every((lang) => saysNothing(parsed.query, lang));
  return isSilent ? { problem: 'too-common', words: typed.replaceAll('"', '') } : undefined;
}

function saysNothing(query: Query, lang: string): boolean {
  switch (query.kind) {
    case 'text':
      return typedTerms(query.text, lang).length === 0;
    case 'and':
    case 'or':
      return query.parts.every((part) => saysNothing(part, lang));
    default:
      return query.kind === 'not';
  }
}
