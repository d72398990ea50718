// Topics matched backwards: instead of running every topic's query over a new article, the article's words lead to the
// few topics that can match. Each query is filed under its guard: a small set of words and sources of which one must be
// there for it to match (the rarest word of a list, all branches of an OR). Equal queries of many servers are kept once.

import { fold } from '../text/fold.ts';
import { toTerms } from '../text/terms.ts';
import {
  allOf,
  anyOf,
  hasTerms,
  judgeLeaf,
  type MatchDoc,
  type Prepared,
  prepare,
  toWords,
  type Verdict,
} from './match.ts';
import type { Query, QueryProblem, TextQuery } from './query.ts';
import type { Topic, TopicId } from './topic.ts';
import { toTopicQuery } from './topic-query.ts';

export interface TopicIndex {
  /** Takes a topic in, or replaces the one of that id; answers what is wrong with its query, if anything. */
  add(topic: Topic): QueryProblem | undefined;
  remove(id: TopicId): void;
  /** Ids of the topics that the article matches, in ascending order. */
  match(doc: MatchDoc, now: number): TopicId[];
  readonly size: number;
}

/** How often a word stands in articles, at a guess: longer words are rarer. Only speed hangs on it. */
export type Commonness = (word: string) => number;
const byLength: Commonness = (word) => 1 / (1 + word.length);

/** One distinct typed word or phrase, and the queries that it guards. */
interface Atom {
  readonly key: string;
  readonly leaf: TextQuery;
  readonly guarded: Set<Entry>;
  uses: number;
}

/** One distinct query, and who asks it. */
interface Entry {
  readonly key: string;
  readonly query: Query;
  readonly owners: Set<TopicId>;
  readonly atoms: readonly Atom[];
  readonly guards: readonly Guard[] | undefined;
}
type Guard = Atom | SourceGuard;
interface SourceGuard {
  readonly source: string;
}

/** What the analyser of one language makes of the atoms. */
interface LanguageTable {
  readonly lang: string | undefined;
  readonly runs: Map<string, readonly string[]>;
  /** Atoms by the longest term of their run, which is likely the rarest. */
  readonly byTerm: Map<string, Set<Atom>>;
  /** Atoms that are stop words here: they cannot guard. */
  readonly silent: Set<Atom>;
}

interface State {
  readonly commonness: Commonness;
  readonly entries: Map<string, Entry>;
  readonly atoms: Map<string, Atom>;
  readonly topics: Map<TopicId, Entry>;
  readonly sources: Map<string, Set<Entry>>;
  readonly unguarded: Set<Entry>;
  readonly tables: Map<string, LanguageTable>;
}

export function createTopicIndex(commonness: Commonness = byLength): TopicIndex {
  const state: State = {
    commonness,
    entries: new Map(),
    atoms: new Map(),
    topics: new Map(),
    sources: new Map(),
    unguarded: new Set(),
    tables: new Map(),
  };
  return {
    add: (topic) => addTopic(state, topic),
    remove: (id) => removeTopic(state, id),
    match: (doc, now) => matchTopics(state, doc, now),
    get size() {
      return state.topics.size;
    },
  };
}

function addTopic(state: State, topic: Topic): QueryProblem | undefined {
  const parsed = toTopicQuery(topic);
  if (!('ok' in parsed)) return parsed;
  removeTopic(state, topic.id);
  const key = keyOf(parsed.query);
  const entry = state.entries.get(key) ?? addEntry(state, key, parsed.query);
  entry.owners.add(topic.id);
  state.topics.set(topic.id, entry);
  return undefined;
}

/** The query without the places of its words: two that mean the same are filed once. */
function keyOf(query: Query): string {
  return JSON.stringify(query, (name, value: unknown) => (name === 'at' ? undefined : value));
}

function addEntry(state: State, key: string, query: Query): Entry {
  const atoms = [...new Set(leavesOf(query).map((leaf) => atomOf(state, leaf)))];
  const entry: Entry = { key, query, owners: new Set(), atoms, guards: guardOf(state, query)?.guards };
  for (const atom of atoms) atom.uses += 1;
  if (entry.guards === undefined) state.unguarded.add(entry);
  for (const guard of entry.guards ?? []) entriesOf(state, guard).add(entry);
  state.entries.set(key, entry);
  return entry;
}

function leavesOf(query: Query): TextQuery[] {
  if (query.kind === 'text') return [query];
  if (query.kind === 'not') return leavesOf(query.part);
  return query.kind === 'and' || query.kind === 'or' ? query.parts.flatMap(leavesOf) : [];
}

function atomKey(leaf: TextQuery): string {
  return `${leaf.title ? 'title:' : ''}${leaf.text}`;
}

function atomOf(state: State, leaf: TextQuery): Atom {
  const key = atomKey(leaf);
  const known = state.atoms.get(key);
  if (known !== undefined) return known;
  const atom: Atom = { key, leaf, guarded: new Set(), uses: 0 };
  state.atoms.set(key, atom);
  for (const table of state.tables.values()) fileAtom(table, atom);
  return atom;
}

function entriesOf(state: State, guard: Guard): Set<Entry> {
  if (!('source' in guard)) return guard.guarded;
  return madeIn(state.sources, guard.source, () => new Set<Entry>());
}

function madeIn<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = make();
  map.set(key, value);
  return value;
}

interface Guarded {
  readonly guards: readonly Guard[];
  readonly cost: number;
}

function guardOf(state: State, query: Query): Guarded | undefined {
  if (query.kind === 'text') {
    const words = fold(query.text).split(/\s+/u);
    const cost = Math.min(...words.map(state.commonness)) * (query.title ? 0.2 : 1);
    return { guards: [atomOf(state, query)], cost };
  }
  if (query.kind === 'source') return { guards: [{ source: firstWord(query.value) }], cost: 0.05 };
  if (query.kind !== 'and' && query.kind !== 'or') return undefined;
  const parts = query.parts.map((part) => guardOf(state, part));
  if (query.kind === 'and') return parts.reduce((a, b) => ((b?.cost ?? Infinity) < (a?.cost ?? Infinity) ? b : a));
  if (parts.some((part) => part === undefined)) return undefined;
  const all = parts.filter((part) => part !== undefined);
  return { guards: all.flatMap((part) => part.guards), cost: all.reduce((sum, part) => sum + part.cost, 0) };
}

function firstWord(name: string): string {
  return toWords(name).trim().split(' ')[0]!;
}

function removeTopic(state: State, id: TopicId): void {
  const entry = state.topics.get(id);
  if (entry === undefined) return;
  state.topics.delete(id);
  entry.owners.delete(id);
  if (entry.owners.size > 0) return;
  state.entries.delete(entry.key);
  state.unguarded.delete(entry);
  for (const guard of entry.guards ?? []) entriesOf(state, guard).delete(entry);
  for (const atom of entry.atoms) {
    atom.uses -= 1;
    if (atom.uses === 0) dropAtom(state, atom);
  }
}

function dropAtom(state: State, atom: Atom): void {
  state.atoms.delete(atom.key);
  for (const table of state.tables.values()) {
    table.byTerm.get(longest(table.runs.get(atom.key) ?? []))?.delete(atom);
    table.runs.delete(atom.key);
    table.silent.delete(atom);
  }
}

function tableOf(state: State, lang: string | undefined): LanguageTable {
  return madeIn(state.tables, lang ?? '', () => {
    const table: LanguageTable = { lang, runs: new Map(), byTerm: new Map(), silent: new Set() };
    for (const atom of state.atoms.values()) fileAtom(table, atom);
    return table;
  });
}

function fileAtom(table: LanguageTable, atom: Atom): void {
  const run = toTerms(atom.leaf.text, table.lang);
  table.runs.set(atom.key, run);
  if (run.length === 0) table.silent.add(atom);
  else madeIn(table.byTerm, longest(run), () => new Set<Atom>()).add(atom);
}

function longest(run: readonly string[]): string {
  return run.reduce((a, b) => (b.length > a.length ? b : a), '');
}

interface Question {
  readonly doc: Prepared;
  readonly now: number;
  readonly table: LanguageTable;
  readonly known: Map<string, Verdict>;
}

function matchTopics(state: State, doc: MatchDoc, now: number): TopicId[] {
  const question: Question = { doc: prepare(doc), now, table: tableOf(state, doc.lang), known: new Map() };
  const ids: TopicId[] = [];
  for (const entry of candidatesFor(state, question)) {
    if (judge(entry.query, question) === true) ids.push(...entry.owners);
  }
  return ids.sort((a, b) => a - b);
}

function candidatesFor(state: State, question: Question): Set<Entry> {
  const { table, doc } = question;
  const candidates = new Set(state.unguarded);
  const addAll = (entries: Iterable<Entry> | undefined) => {
    for (const entry of entries ?? []) candidates.add(entry);
  };
  const present = [...doc.terms].flatMap((term) => [...(table.byTerm.get(term) ?? [])]);
  for (const atom of present) if (atom.guarded.size > 0 && isThere(atom, question)) addAll(atom.guarded);
  for (const atom of table.silent) addAll(atom.guarded);
  for (const word of new Set(doc.source.trim().split(' '))) addAll(state.sources.get(word));
  return candidates;
}

function isThere(atom: Atom, question: Question): Verdict {
  return judgeText(atom.key, atom.leaf.title, question);
}

function judge(query: Query, question: Question): Verdict {
  switch (query.kind) {
    case 'text':
      return judgeText(atomKey(query), query.title, question);
    case 'and':
      return allOf(lazily(query.parts, question));
    case 'or':
      return anyOf(lazily(query.parts, question));
    case 'not': {
      const verdict = judge(query.part, question);
      return verdict === undefined ? undefined : !verdict;
    }
    default:
      return judgeLeaf(query, question.doc, question.now);
  }
}

function* lazily(parts: readonly Query[], question: Question): Generator<Verdict> {
  for (const part of parts) yield judge(part, question);
}

function judgeText(key: string, titleOnly: boolean, question: Question): Verdict {
  if (question.known.has(key)) return question.known.get(key);
  const verdict = hasTerms(question.table.runs.get(key) ?? [], titleOnly, question.doc);
  question.known.set(key, verdict);
  return verdict;
}
