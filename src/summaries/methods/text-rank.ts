// TextRank (Mihalcea and Tarau, "TextRank: Bringing Order into Texts", EMNLP 2004): sentences vote for those that share
// their words; an edge is the number of shared terms over the logarithms of both lengths.

import type { Reading } from '../sentence.ts';
import { buildGraph, rankNodes } from './sentence-graph.ts';

export function scoreTextRank(reading: Reading): number[] {
  const length = (node: number) => Math.log(1 + (reading.sentences[nodes[node]!]?.terms.length ?? 0));
  let nodes: readonly number[] = reading.sentences.map((_, i) => i);
  const graph = buildGraph(
    reading,
    () => 1,
    (shared, a, b) => shared / Math.max(1, length(a) + length(b)),
  );
  nodes = graph.nodes;
  return rankNodes(graph, reading.sentences.length);
}
