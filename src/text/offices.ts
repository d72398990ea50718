// Offices, trades and bodies (mayor, singer, police) per language, from data/text/offices.json: they tell who, never what
// happened.

import { readFileSync } from 'node:fs';

let lists: Readonly<Record<string, string>> | undefined;

/** In small letters, as they are written; none for a language without a list. */
export function offices(lang: string): readonly string[] {
  lists ??= JSON.parse(readFileSync(new URL('../../data/text/offices.json', import.meta.url), 'utf8'));
  return (lists as Readonly<Record<string, string>>)[lang]?.split(' ') ?? [];
}
