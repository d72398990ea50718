// Topics matched backwards: instead of running every topic's query over a new article, the article's words lead to the
// few topics that can match. Each query is filed under its guard: a small set of words and sources of which one must be
// there for it to match (the rarest word of a list, all branches of an OR). Equal queries of many servers are kept once.

import { shareOf } from '../stories/idf.ts';
import { toTerms } from '../text/terms.ts';
import { createAtoms } from './atoms.ts';
import { allOf, anyOf, judgeLeaf, type MatchDoc, type Prepared, prepare, toWords, type Verdict } from './match.ts';
import type { LeafQuery, Query, QueryProblem, TextQuery } from './query.ts';
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

/** A query whose words are numbers of atoms (distinct words and phrases). */
type Plan =
  | { readonly kind: 'atom'; readonly atom: number }
  | { readonly kind: 'leaf'; readonly leaf: Exclude<LeafQuery, TextQuery> }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Plan[] }
  | { readonly kind: 'not'; readonly part: Plan };

/** One distinct query, and who asks it. */
interface Entry {
  readonly key: string;
  readonly plan: Plan;
  readonly atoms: readonly number[];
  readonly guards: readonly Guard[] | undefined;
  readonly owners: TopicId[];
  /** Any guard being there is the whole answer: one word, or words with OR alone. */
  readonly isSure: boolean;
  /** The last round in which it was looked at. */
  round: number;
}
type Guard = { readonly atom: number } | { readonly source: string };

interface State {
  readonly atoms: ReturnType<typeof createAtoms<Entry>>;
  readonly entries: Map<string, Entry>;
  readonly topics: Map<TopicId, Entry>;
  readonly sources: Map<string, Entry[]>;
  readonly unguarded: Entry[];
  round: number;
}

export function createTopicIndex(): TopicIndex {
  const state: State = {
    atoms: createAtoms<Entry>(),
    entries: new Map(),
    topics: new Map(),
    sources: new Map(),
    unguarded: [],
    round: 0,
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
  // The places of its words apart: two queries that ask the same are filed once.
  const key = JSON.stringify(parsed.query, (name, value: unknown) => (name === 'at' ? undefined : value));
  const entry = state.entries.get(key) ?? addEntry(state, key, parsed.query);
  entry.owners.push(topic.id);
  state.topics.set(topic.id, entry);
  return undefined;
}

function addEntry(state: State, key: string, query: Query): Entry {
  const used = new Set<number>();
  const plan = toPlan(query, (leaf) => {
    const atom = state.atoms.take(leaf);
    used.add(atom);
    return atom;
  });
  const guards = guardOf(plan, state)?.guards;
  const entry: Entry = { key, plan, atoms: [...used], guards, owners: [], isSure: isSure(plan), round: 0 };
  for (const atom of used) state.atoms.use(atom, 1);
  for (const holder of holdersOf(state, entry)) holder.push(entry);
  state.entries.set(key, entry);
  return entry;
}

function isSure(plan: Plan): boolean {
  return plan.kind === 'atom' || (plan.kind === 'or' && plan.parts.every((part) => part.kind === 'atom'));
}

function toPlan(query: Query, atomOf: (leaf: TextQuery) => number): Plan {
  switch (query.kind) {
    case 'text':
      return { kind: 'atom', atom: atomOf(query) };
    case 'not':
      return { kind: 'not', part: toPlan(query.part, atomOf) };
    case 'and':
    case 'or':
      return { kind: query.kind, parts: query.parts.map((part) => toPlan(part, atomOf)) };
    default:
      return { kind: 'leaf', leaf: query };
  }
}

/** Where an entry is filed. */
function holdersOf(state: State, entry: Entry): Entry[][] {
  return (
    entry.guards?.map((guard) =>
      'atom' in guard ? state.atoms.guarded(guard.atom) : sourceHolder(state, guard.source),
    ) ?? [state.unguarded]
  );
}

function sourceHolder(state: State, source: string): Entry[] {
  const known = state.sources.get(source) ?? [];
  state.sources.set(source, known);
  return known;
}

interface Guarded {
  readonly guards: readonly Guard[];
  /** The share of articles that it lets through, at a guess; only speed hangs on it. */
  readonly cost: number;
}

const SOURCE_COST = 0.02;
const TITLE_FACTOR = 0.2;

function guardOf(plan: Plan, state: State): Guarded | undefined {
  if (plan.kind === 'atom') return { guards: [{ atom: plan.atom }], cost: commonness(state.atoms.leaf(plan.atom)) };
  if (plan.kind === 'leaf') {
    if (plan.leaf.kind !== 'source') return undefined;
    return { guards: [{ source: toWords(plan.leaf.value).trim().split(' ')[0]! }], cost: SOURCE_COST };
  }
  if (plan.kind === 'not') return undefined;
  const parts = plan.parts.map((part) => guardOf(part, state));
  const known = parts.filter((part) => part !== undefined);
  if (plan.kind === 'and') return known.length === 0 ? undefined : known.reduce((a, b) => (b.cost < a.cost ? b : a));
  if (known.length < parts.length) return undefined;
  return { guards: known.flatMap((part) => part.guards), cost: known.reduce((sum, part) => sum + part.cost, 0) };
}

function commonness({ text, title }: TextQuery): number {
  const shares = toTerms(text, 'en').map((term) => shareOf(term, 'en'));
  return Math.min(1, ...shares) * (title ? TITLE_FACTOR : 1);
}

function removeTopic(state: State, id: TopicId): void {
  const entry = state.topics.get(id);
  if (entry === undefined) return;
  state.topics.delete(id);
  entry.owners.splice(entry.owners.indexOf(id), 1);
  if (entry.owners.length > 0) return;
  state.entries.delete(entry.key);
  for (const holder of holdersOf(state, entry)) holder.splice(holder.indexOf(entry), 1);
  for (const atom of entry.atoms) state.atoms.use(atom, -1);
}

type Hearing = ReturnType<State['atoms']['hear']>;

function matchTopics(state: State, doc: MatchDoc, now: number): TopicId[] {
  const prepared = prepare(doc);
  const hearing = state.atoms.hear(prepared);
  state.round += 1;
  const ids: TopicId[] = [];
  const ask = (entry: Entry, isKnown: boolean): void => {
    if (entry.round === state.round) return;
    entry.round = state.round;
    if (!isKnown && judge(entry.plan, hearing, prepared, now) !== true) return;
    for (const id of entry.owners) ids.push(id);
  };
  hearing.eachGuarded((entries, isThere) => {
    for (const entry of entries) ask(entry, isThere && entry.isSure);
  });
  for (const word of prepared.source.trim().split(' '))
    for (const entry of state.sources.get(word) ?? []) ask(entry, false);
  for (const entry of state.unguarded) ask(entry, false);
  return ids.sort((a, b) => a - b);
}

function judge(plan: Plan, hearing: Hearing, doc: Prepared, now: number): Verdict {
  switch (plan.kind) {
    case 'atom':
      return hearing.verdict(plan.atom);
    case 'leaf':
      return judgeLeaf(plan.leaf, doc, now);
    case 'not': {
      const verdict = judge(plan.part, hearing, doc, now);
      return verdict === undefined ? undefined : !verdict;
    }
    default: {
      const verdictOf = (part: Plan): Verdict =>
        part.kind === 'atom' ? hearing.verdict(part.atom) : judge(part, hearing, doc, now);
      return plan.kind === 'and' ? allOf(plan.parts, verdictOf) : anyOf(plan.parts, verdictOf);
    }
  }
}
