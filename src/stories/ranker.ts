// Search over documents in memory: the same order as /search, without a database.

import { nearestWord } from '../postings/nearest-word.ts';
import { type AskedTerm, scoreShelf } from '../postings/score-shelf.ts';
import { createShelf, type OpenShelf, toMinute } from '../postings/shelf.ts';
import { createTop } from '../postings/top.ts';
import { type Question, type QuestionTerm, weighQuestion } from '../postings/weigh-question.ts';
import { weighTerms } from '../postings/weigh-terms.ts';
import { toTerms } from '../text/terms.ts';
import { shareOf } from './idf.ts';
import { type EngineHit, rankHits } from './rank.ts';

export interface RankerDoc<Id> {
  readonly id: Id;
  readonly title: string;
  readonly text: string;
  readonly lang?: string | undefined;
  /** Milliseconds in UTC. */
  readonly time?: number | undefined;
}

export interface Ranker<Id> {
  add(doc: RankerDoc<Id>): void;
  /** Ids of the best, best first. */
  rank(query: string, limit?: number): Promise<Id[]>;
}

/** What a guessed word counts. */
const GUESSED = 0.7;
const CANDIDATES = 200;

/** A document is known to the shelf by its place here; nobody is 0. */
interface Library<Id> {
  readonly shelf: OpenShelf;
  readonly docs: RankerDoc<Id>[];
  readonly languages: Set<string | undefined>;
  newest: number;
}

export function createRanker<Id>(): Ranker<Id> {
  const library: Library<Id> = { shelf: createShelf(), docs: [], languages: new Set(), newest: 0 };
  return {
    add(doc) {
      const id = library.docs.push(doc);
      const marks = weighTerms(toTerms(doc.title, doc.lang), toTerms(doc.text, doc.lang));
      library.shelf.add({ id, minute: toMinute(doc.time ?? 0), marks });
      library.languages.add(doc.lang);
      library.newest = Math.max(library.newest, toMinute(doc.time ?? 0));
    },
    async rank(query, limit = 10) {
      const terms = readQuery(library, query);
      const ranked = await rankHits(
        { terms, words: terms.length },
        {
          find: async (question) => find(library, question),
          read: async (ids) => new Map(ids.map((id) => [id, termsOf(docAt(library, id))])),
          publishers: async () => new Map(),
        },
      );
      return ranked.slice(0, limit).map(({ id }) => docAt(library, id).id);
    },
  };
}

function docAt<Id>({ docs }: Library<Id>, id: number): RankerDoc<Id> {
  return docs[id - 1] as RankerDoc<Id>;
}

function termsOf({ title, text, lang }: RankerDoc<unknown>) {
  return { titleTerms: toTerms(title, lang), textTerms: toTerms(text, lang), lang };
}

/** The asked words' terms in every language that is here; one that nobody wrote becomes its neighbour, at a discount. */
function readQuery({ shelf, languages }: Library<unknown>, query: string): QuestionTerm[] {
  const asked = [...languages].flatMap((lang) => toTerms(query, lang).map((term) => ({ term, lang: lang ?? 'en' })));
  const terms = new Map<string, QuestionTerm>();
  for (const { term, lang } of asked) {
    const known = knownWord(shelf, term);
    if (known === undefined || terms.has(known)) continue;
    terms.set(known, { term: known, usual: shareOf(known, lang), weight: known === term ? 1 : GUESSED });
  }
  return [...terms.values()];
}

function knownWord(shelf: OpenShelf, term: string): string | undefined {
  const count = (word: string): number => shelf.list(word)?.count ?? 0;
  return count(term) > 0 ? term : nearestWord(term, shelf.terms(), count);
}

function find<Id>({ shelf, docs, newest }: Library<Id>, question: Question): EngineHit<number>[] {
  const held = (term: string): number => shelf.list(term)?.count ?? 0;
  const weights = weighQuestion(question, { total: shelf.size, held });
  const terms = [...weights].map(([term, weight]): AskedTerm => ({ term, weight, meets: 0, meetsInTitle: 0 }));
  const lists = terms.map(({ term }) => shelf.list(term));
  const top = createTop(CANDIDATES);
  const allowed = new Uint8Array(docs.length + 1).fill(1);
  scoreShelf(shelf, { terms, lists }, { needs: 0, refuses: 0, allowed, since: 0, now: newest }, top);
  return top.sorted().map(({ id, score }) => ({ id, score, at: docs[id - 1]?.time }));
}
