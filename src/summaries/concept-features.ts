// What is known of each word and pair of words that tells how likely a summary of several documents has it.

import type { Concepts } from './concepts.ts';

const SPREAD = [
  'log documents with it',
  'share of the other documents',
  'one document',
  'log sentences with it',
  'one sentence',
  'earliness',
  'in a first sentence',
  'log first position',
  'mean earliness',
  'share of first sentences',
  'share of first three sentences',
] as const;

export const CONCEPT_FEATURES = [
  'bias',
  'log documents',
  ...SPREAD,
  ...SPREAD.map((name) => `${name}, times log documents`),
  'share of titles',
  'in a title',
  'stop words',
  'one of two a stop word',
  'capitalised',
  'number',
  'length',
  'log sentences a document',
  'relevance of its documents',
  'share of relevance',
  'early and frequent',
  'frequent stop words',
  'early stop words',
] as const;

const WIDTH = CONCEPT_FEATURES.length;
const FIRST = 2;
const LAST = FIRST + 2 * SPREAD.length;
const FREQUENT = FIRST + SPREAD.indexOf('log sentences with it');
const EARLY = FIRST + SPREAD.indexOf('earliness');
const LONG = 20;

function describeSpread(row: Float64Array, concepts: Concepts, id: number): void {
  const { documents } = concepts;
  const docs = concepts.docs[id]!;
  const sentences = concepts.sentences[id]!;
  const first = concepts.earliest[id]!;
  row[2] = Math.log(docs);
  row[3] = documents > 1 ? (docs - 1) / (documents - 1) : 0;
  row[4] = docs === 1 ? 1 : 0;
  row[5] = Math.log(sentences);
  row[6] = sentences === 1 ? 1 : 0;
  row[7] = 1 / (1 + first);
  row[8] = first === 0 ? 1 : 0;
  row[9] = Math.log(1 + first);
  row[10] = concepts.earliness[id]! / documents;
  row[11] = concepts.leads[id]! / documents;
  row[12] = concepts.openings[id]! / documents;
}

function describeShape(row: Float64Array, concepts: Concepts, id: number): void {
  const { documents } = concepts;
  const stops = concepts.stops[id]!;
  const stop = concepts.pair[id] === 1 ? stops / 2 : stops;
  row[LAST] = concepts.titles[id]! / documents;
  row[LAST + 1] = concepts.titles[id]! > 0 ? 1 : 0;
  row[LAST + 2] = stop;
  row[LAST + 3] = stops === 1 ? 1 : 0;
  row[LAST + 4] = concepts.capitals[id]! / concepts.uses[id]!;
  row[LAST + 5] = concepts.digits[id]!;
  row[LAST + 6] = Math.min(concepts.lengths[id]!, LONG) / 10;
  row[LAST + 7] = Math.log(concepts.ofSentence.length / documents);
  row[LAST + 8] = concepts.relevances[id]! / concepts.docs[id]!;
  row[LAST + 9] = concepts.relevances[id]! / documents;
  row[LAST + 10] = row[EARLY]! * row[FREQUENT]!;
  row[LAST + 11] = stop * row[FREQUENT]!;
  row[LAST + 12] = stop * row[EARLY]!;
}

/** Writes CONCEPT_FEATURES of one of them. */
export function describeConcept(row: Float64Array, concepts: Concepts, id: number): void {
  const logDocuments = Math.log(concepts.documents);
  row[0] = 1;
  row[1] = logDocuments;
  describeSpread(row, concepts, id);
  for (let k = 0; k < SPREAD.length; k++) row[FIRST + SPREAD.length + k] = row[FIRST + k]! * logDocuments;
  describeShape(row, concepts, id);
}

/** Chance of each to be in a summary that an editor writes. */
export function conceptChances(concepts: Concepts, ofWords: readonly number[], ofPairs: readonly number[]) {
  const row = new Float64Array(WIDTH);
  const chances = new Float64Array(concepts.size);
  for (let id = 0; id < chances.length; id++) {
    describeConcept(row, concepts, id);
    const weights = concepts.pair[id] === 1 ? ofPairs : ofWords;
    let sum = 0;
    for (let k = 0; k < WIDTH; k++) sum += row[k]! * weights[k]!;
    chances[id] = 1 / (1 + Math.exp(-sum));
  }
  return chances;
}
