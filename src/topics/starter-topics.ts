// The shipped topics: a word that people think of, and the list of words by which the news speaks of it.

import { readdirSync, readFileSync } from 'node:fs';
import { MAX_QUERY_LENGTH } from './query.ts';

export interface StarterTopic {
  readonly id: string;
  /** By language (ISO 639-1). */
  readonly name: Readonly<Record<string, string>>;
  /** By language: words and phrases, the most telling first. */
  readonly words: Readonly<Record<string, readonly string[]>>;
}

const FOLDER = new URL('../../data/topics/', import.meta.url);
/** What a choice from the list is sent as. */
const PREFIX = 'starter:';
let topics: readonly StarterTopic[] | undefined;

/** Read once, when somebody first asks. */
export function starterTopics(): readonly StarterTopic[] {
  topics ??= readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as StarterTopic);
  return topics;
}

/** Those whose name holds what was typed, in that language or in English, by name. */
export function offerStarterTopics(
  typed: string,
  lang: string,
): readonly { readonly name: string; readonly value: string }[] {
  const wanted = typed.trim().toLowerCase();
  return starterTopics()
    .filter((topic) => [nameIn(topic, lang), nameIn(topic, 'en')].some((name) => name.toLowerCase().includes(wanted)))
    .map((topic) => ({ name: nameIn(topic, lang), value: `${PREFIX}${topic.id}` }))
    .sort((a, b) => a.name.localeCompare(b.name, lang));
}

/** The one that was chosen from the list, or whose name in any language was typed. */
export function findStarterTopic(typed: string): StarterTopic | undefined {
  const wanted = typed.trim().toLowerCase();
  return starterTopics().find(
    ({ id, name }) => wanted === `${PREFIX}${id}` || Object.values(name).some((one) => one.toLowerCase() === wanted),
  );
}

export function nameIn({ id, name }: StarterTopic, lang: string): string {
  return name[lang] ?? name.en ?? id;
}

/** Its words in these languages, the first ones first, as many languages as fit into a query. */
export function starterQuery({ words }: StarterTopic, languages: readonly string[]): string {
  const known = [...new Set(languages)].filter((lang) => words[lang] !== undefined);
  let parts: readonly string[] = [];
  for (const lang of known.length === 0 ? ['en'] : known) {
    const more = [...new Set([...parts, ...(words[lang] ?? []).map(asQuery)])];
    if (more.join(' OR ').length <= MAX_QUERY_LENGTH) parts = more;
  }
  return parts.join(' OR ');
}

function asQuery(words: string): string {
  return /[\s-]/.test(words) ? `"${words}"` : words;
}
