// Abbreviations per language, from data/text/abbreviations.json, read at the first sentence to be split.
// title: a name or the rest of the phrase follows, it ends no sentence ("Dr.", "bzw.").
// last: it can end one ("Inc.", "usw."). number: it ends none where a number follows ("Abs. 2", "Jan. 20").
import { readFileSync } from 'node:fs';

export type AbbreviationKind = 'title' | 'last' | 'number';

type Tables = Readonly<Record<AbbreviationKind, Readonly<Record<string, string>>>>;

let tables: Tables | undefined;
const sets = new Map<string, ReadonlySet<string>>();

function readSet(kind: AbbreviationKind, lang: string): ReadonlySet<string> {
  const key = `${kind} ${lang}`;
  let set = sets.get(key);
  if (!set) {
    tables ??= JSON.parse(
      readFileSync(new URL('../../data/text/abbreviations.json', import.meta.url), 'utf8'),
    ) as Tables;
    set = new Set(`${tables[kind]['*'] ?? ''} ${tables[kind][lang] ?? ''}`.split(' '));
    sets.set(key, set);
  }
  return set;
}

/** `word` in lower case and without its last stop. */
export function isAbbreviation(word: string, kind: AbbreviationKind, lang: string): boolean {
  return readSet(kind, lang).has(word);
}
