// Which articles hold a phrase, by the terms in their order.

import type { DatabaseSync } from 'node:sqlite';
import { holdsPhrase, toPhrase } from '../postings/term-sequence.ts';
import type { SearchAsk } from './contract.ts';

export interface PhraseCheck {
  /** Whether the article holds all of the phrases, as far as is known. */
  holds(articleId: number): boolean;
  /** Of those, the ones whose terms were written without their order. */
  readonly unsure: ReadonlySet<number>;
}

export interface SequenceReader {
  check(phrases: NonNullable<SearchAsk['phrases']>): PhraseCheck;
}

export function createSequenceReader(database: DatabaseSync): SequenceReader {
  const sequenceOf = database.prepare('select terms from search_sequences where article_id = ?');
  sequenceOf.setReturnArrays(true);
  return {
    check(phrases) {
      const asked = phrases.map(({ runs, title }) => ({ title, runs: runs.map(toPhrase) }));
      const unsure = new Set<number>();
      return {
        unsure,
        holds(articleId) {
          const [bytes] = (sequenceOf.get(articleId) ?? []) as unknown as readonly Uint8Array[];
          if (bytes === undefined) {
            unsure.add(articleId);
            return true;
          }
          const sequence = fromBytes(bytes);
          return asked.every(({ runs, title }) => runs.some((run) => holdsPhrase(sequence, run, { title })));
        },
      };
    },
  };
}

function fromBytes(bytes: Uint8Array): Uint16Array {
  // Not every engine begins a row's bytes at an even place.
  const own = bytes.byteOffset % 2 === 0 ? bytes : new Uint8Array(bytes);
  return new Uint16Array(own.buffer, own.byteOffset, own.byteLength / 2);
}
