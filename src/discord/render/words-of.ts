// Small phrases that several answers share.

import type { Label } from '../../summaries/answer.ts';
import type { Words } from '../../words.ts';
import { cleanLine, clip, escapeText } from './escape.ts';

export function labels(given: readonly Label[], words: Words): string[] {
  return given.map((label) => words.say(`label.${label}`));
}

/** "Reuters, AP +4". */
export function sourceNames(names: readonly string[], most: number): string {
  const shown = names.slice(0, most).map((name) => escapeText(name, 60));
  const more = names.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` +${more}` : ''}`;
}

/** Names that a headline does not say by itself. */
export function unsaid(names: readonly string[], headline: string): string[] {
  const said = headline.toLowerCase();
  return names.filter((name) => !said.includes(name.toLowerCase()));
}

/** "German", for "de"; what is no code stays as it is. */
export function languageNames(codes: readonly string[], { locale }: Words): string[] {
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return codes.map((code) => (/^[a-z]{2,3}$/.test(code) ? (names.of(code) ?? code) : code));
}

/** A list of names as code, each bounded, at most `most` of them. */
export function codeNames(names: readonly string[], most: number): string {
  const shown = names.slice(0, most).map((name) => asCode(name, 60));
  return `${shown.join(', ')}${names.length > most ? ' …' : ''}`;
}

/** Outside text between backticks, which no text can leave. */
export function asCode(text: string, max = 100): string {
  const line = clip(cleanLine(text, max).replaceAll('`', "'"), max);
  return `\`${line === '' ? ' ' : line}\``;
}
