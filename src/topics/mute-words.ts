// Words that a server does not want to read of. Each is a phrase of its own, with its forms as a topic's words have them.

import type { Problem } from '../errors.ts';
import { LOCAL, type Owner } from '../scope.ts';
import type { MuteWord, Store } from '../store/contract.ts';
import { matchStored } from './match-stored.ts';
import { parseQuery } from './query.ts';
import type { Topic } from './topic.ts';
import type { TopicIndex } from './topic-index.ts';

export const MAX_MUTES = 50;
export const MUTE_LENGTH = 60;
/** Stored articles that are looked at for a new word. */
const BACKWARDS = 5_000;

/** Commas or lines between them; each once, without signs that a query would take for its own. */
export function readMuteWords(typed: string): readonly string[] | Problem {
  const words = typed
    .split(/[\n,，、;]/u)
    .map((word) => word.replace(/["“”„«»「」『』＂\s]+/gu, ' ').trim())
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const unique = [...new Map(words.map((word) => [word.toLowerCase(), word.slice(0, MUTE_LENGTH)])).values()];
  return unique.length > MAX_MUTES ? { problem: 'quota', what: 'mutes', limit: MAX_MUTES } : unique;
}

/** As the index of such words takes it. */
export function toMuteTopic({ id, word }: MuteWord): Topic {
  return {
    id,
    owner: LOCAL,
    name: word,
    include: `"${word}"`,
    exclude: undefined,
    sources: [],
    languages: [],
    createdAt: 0,
  };
}

export interface MuteDeps {
  readonly store: Pick<Store, 'mutes' | 'articles' | 'search'>;
  readonly index: Pick<TopicIndex, 'add' | 'remove'>;
  readonly now: () => number;
}

/** From here on, and in what the owner's sources have brought so far, these words are muted, and no others. */
export async function muteWords(owner: Owner, words: readonly string[], deps: MuteDeps): Promise<void> {
  const { store, index, now } = deps;
  const { added, forgotten } = await store.mutes.set(owner, words);
  for (const id of forgotten) index.remove(id);
  for (const word of added) index.add(toMuteTopic(word));
  const scope = { owners: [owner], withMuted: true } as const;
  for (const { id, word } of added) {
    const parsed = parseQuery(`"${word}"`);
    if (!('ok' in parsed)) continue;
    const matched = await matchStored(parsed.query, { scope, limit: BACKWARDS }, { store, now });
    await store.mutes.addMatches(matched.map((articleId) => ({ wordId: id, articleId })));
  }
}
