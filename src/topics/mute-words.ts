// Words that a server does not want to read of. Each is a phrase of its own, with its forms as a topic's words have them.

import type { ArticleId } from '../articles/article.ts';
import type { Problem } from '../errors.ts';
import { LOCAL, type Owner, type Scope } from '../scope.ts';
import type { MuteWord, Store } from '../store/contract.ts';
import { type FindHoldersDeps, findHolders } from './find-holders.ts';
import { toMatchDoc } from './match-doc.ts';
import { parseQuery } from './query.ts';
import { takeTurns } from './take-turns.ts';
import type { Topic, TopicId } from './topic.ts';
import { createTopicIndex, type TopicIndex } from './topic-index.ts';

export const MAX_MUTES = 50;
export const MUTE_LENGTH = 60;
/** Stored articles that are looked at for a new word. */
const BACKWARDS = 5_000;
/** Texts are long: so many are read at a time. */
const AT_ONCE = 200;

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
  const { store, index } = deps;
  const { added, forgotten } = await store.mutes.set(owner, words);
  for (const id of forgotten) index.remove(id);
  for (const word of added) index.add(toMuteTopic(word));
  if (added.length > 0) await muteStored(added, { owners: [owner], withMuted: true }, deps);
}

/** Each text is read once, however many words are new. */
async function muteStored(added: readonly MuteWord[], scope: Scope, { store, now }: MuteDeps): Promise<void> {
  const at = now();
  const fresh = createTopicIndex();
  const ids = new Set<ArticleId>();
  for (const word of added) {
    fresh.add(toMuteTopic(word));
    for (const id of await holdersOf(word, scope, { store, now: at })) ids.add(id);
  }
  const all = [...ids];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const articles = await store.articles.getMany(scope, all.slice(from, from + AT_ONCE));
    for (const lang of new Set(articles.map((article) => article.lang))) await fresh.prepare(lang);
    const pairs: { readonly wordId: TopicId; readonly articleId: ArticleId }[] = [];
    await takeTurns(articles, (article) => {
      for (const wordId of fresh.match(toMatchDoc(article), at)) pairs.push({ wordId, articleId: article.id });
    });
    await store.mutes.addMatches(pairs);
  }
}

async function holdersOf({ word }: MuteWord, scope: Scope, deps: FindHoldersDeps): Promise<readonly ArticleId[]> {
  const parsed = parseQuery(`"${word}"`);
  return 'ok' in parsed ? findHolders(parsed.query, { scope, limit: BACKWARDS }, deps) : [];
}
