// Topics matched backwards: instead of running every topic's query over a new article, the article's words lead to the
// few topics that can match (language-table.ts). Equal queries of many servers are kept once.

import { baseLanguage } from '../text/language-code.ts';
import { type Book, createLanguageTable, type LanguageTable } from './language-table.ts';
import { type MatchDoc, sourceWords, toWords } from './match.ts';
import { type Code, type Condition, createPrograms, makeCode, makeList, OP } from './programs.ts';
import type { FieldQuery, Query, QueryProblem, SinceQuery } from './query.ts';
import type { Topic, TopicId } from './topic.ts';
import { toTopicQuery } from './topic-query.ts';

export interface TopicIndex {
  /**
   * Takes a topic in, or replaces the one of that id; answers what is wrong with its query, if anything. `meant`: its
   * query as its owner means it.
   */
  add(topic: Topic, meant?: Query): QueryProblem | undefined;
  remove(id: TopicId): void;
  /** Ids of the topics that the article matches, each once, in no order. */
  match(doc: MatchDoc, now: number): TopicId[];
  /** Before an article's `match`, so that the first one of a language, which takes a while, holds nobody up. */
  prepare(lang: string | undefined): Promise<void>;
  readonly size: number;
}

/** Distinct queries are entries, numbered; numbers of words and of conditions stay theirs until the process ends. */
interface State extends Book {
  readonly texts: string[];
  readonly leaves: Condition[];
  readonly numbers: Map<string, number>;
  /** Who asks each entry. */
  readonly owners: TopicId[][];
  readonly entries: Map<TopicId, number>;
  readonly free: number[];
  /** By language; made when its first article comes. */
  readonly tables: Map<string | undefined, LanguageTable>;
}

/** Others get their turn after so long. */
const TURN_MS = 8;

export function createTopicIndex(): TopicIndex {
  const state: State = {
    programs: createPrograms(),
    texts: [],
    leaves: [],
    numbers: new Map(),
    owners: [],
    entries: new Map(),
    free: [],
    tables: new Map(),
  };
  return {
    add: (topic, meant) => addTopic(state, topic, meant),
    remove: (id) => removeTopic(state, id),
    match: (doc, now) => matchTopics(state, doc, now),
    async prepare(lang) {
      const table = tableOf(state, lang);
      while (!table.catchUp(performance.now() + TURN_MS)) await new Promise((resolve) => setImmediate(resolve));
    },
    get size() {
      return state.entries.size;
    },
  };
}

function addTopic(state: State, topic: Topic, meant: Query | undefined): QueryProblem | undefined {
  const parsed = meant === undefined ? toTopicQuery(topic) : { ok: true as const, query: meant };
  if (!('ok' in parsed)) return parsed;
  removeTopic(state, topic.id);
  const code = toCode(state, parsed.query);
  const known = state.programs.find(code);
  const entry = known < 0 ? addEntry(state, code) : known;
  state.owners[entry]!.push(topic.id);
  state.entries.set(topic.id, entry);
  return undefined;
}

function addEntry(state: State, code: Code): number {
  const entry = state.free.pop() ?? state.owners.length;
  state.owners[entry] = [];
  state.programs.put(entry, code);
  for (const table of state.tables.values()) table.file(entry);
  return entry;
}

function toCode(state: State, query: Query): Code {
  switch (query.kind) {
    case 'text':
      return makeCode(query.title ? OP.title : OP.term, [
        numberOf(state, `"${query.text}`, () => state.texts.push(query.text)),
      ]);
    case 'not':
      return makeCode(OP.not, toCode(state, query.part));
    case 'and':
    case 'or':
      return makeList(
        OP[query.kind],
        query.parts.map((part) => toCode(state, part)),
      );
    default:
      return makeCode(OP.leaf, [numberOf(state, keyOf(query), () => state.leaves.push(toCondition(query)))]);
  }
}

/** `add` answers how many there are then. */
function numberOf({ numbers }: State, key: string, add: () => number): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  const number = add() - 1;
  numbers.set(key, number);
  return number;
}

function toCondition(leaf: FieldQuery | SinceQuery): Condition {
  return leaf.kind === 'source' ? { kind: 'source', words: toWords(leaf.value) } : (leaf as Condition);
}

function keyOf(leaf: FieldQuery | SinceQuery): string {
  return leaf.kind === 'since' ? `since:${leaf.from}:${leaf.ms}` : `${leaf.kind}:${leaf.value}`;
}

function removeTopic(state: State, id: TopicId): void {
  const entry = state.entries.get(id);
  if (entry === undefined) return;
  state.entries.delete(id);
  const owners = state.owners[entry]!;
  owners.splice(owners.indexOf(id), 1);
  if (owners.length > 0) return;
  for (const table of state.tables.values()) table.unfile(entry);
  state.programs.drop(entry);
  state.free.push(entry);
}

function matchTopics(state: State, doc: MatchDoc, now: number): TopicId[] {
  const found: TopicId[] = [];
  const { owners } = state;
  tableOf(state, doc.lang).match({ doc, source: sourceWords(doc), now }, (entry) => {
    for (const id of owners[entry]!) found.push(id);
  });
  return found;
}

function tableOf(state: State, lang: string | undefined): LanguageTable {
  const base = baseLanguage(lang);
  const known = state.tables.get(base);
  if (known !== undefined) return known;
  const table = createLanguageTable(base, state, new Set(state.entries.values()));
  state.tables.set(base, table);
  return table;
}
