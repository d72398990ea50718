// LexRank (Erkan and Radev, "LexRank: Graph-based Lexical Centrality as Salience in Text Summarization", JAIR 22, 2004):
// a random walk over sentences joined where the cosine of their tf-idf vectors is at least 0.1.

import type { Reading } from '../sentence.ts';
import { rarity } from '../sentence-features.ts';
import { buildGraph, rankNodes } from './sentence-graph.ts';

const THRESHOLD = 0.1;

export function scoreLexRank(reading: Reading): number[] {
  const idf = rarity(reading);
  const norms = reading.sentences.map((s) => Math.sqrt(s.terms.reduce((sum, t) => sum + idf[t]! ** 2, 0)) || 1);
  const graph = buildGraph(
    reading,
    (term) => idf[term]! ** 2,
    (dot, a, b) => {
      const cosine = dot / (norms[a]! * norms[b]!);
      return cosine >= THRESHOLD ? cosine : 0;
    },
  );
  return rankNodes(graph, reading.sentences.length);
}
