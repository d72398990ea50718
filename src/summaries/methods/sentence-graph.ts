// The graph that TextRank and LexRank walk: which sentences share terms, and how strongly. Sparse.

import type { Reading } from '../sentence.ts';

/** Graph methods look at this many sentences (the first of each document, in turn); beyond, the score is 0. */
export const MOST_SENTENCES = 600;

export interface Graph {
  /** Index into the reading's sentences of each node. */
  readonly nodes: readonly number[];
  /** For each node, its neighbours and the weights of the edges. */
  readonly edges: readonly ReadonlyMap<number, number>[];
}

function pickNodes(reading: Reading): number[] {
  const all = reading.sentences.map((_, i) => i);
  if (all.length <= MOST_SENTENCES) return all;
  return all
    .toSorted((a, b) => reading.sentences[a]!.order - reading.sentences[b]!.order || a - b)
    .slice(0, MOST_SENTENCES)
    .toSorted((a, b) => a - b);
}

/** `weight` of an edge from the shared terms' summed worth and the two nodes (positions in `nodes`); 0 for none. */
export function buildGraph(
  reading: Reading,
  worth: (term: number) => number,
  weight: (shared: number, a: number, b: number) => number,
): Graph {
  const nodes = pickNodes(reading);
  const holders = new Map<number, number[]>();
  const edges = nodes.map(() => new Map<number, number>());
  nodes.forEach((index, node) => {
    const shared = new Map<number, number>();
    for (const term of reading.sentences[index]!.terms) {
      const others = holders.get(term) ?? [];
      for (const other of others) shared.set(other, (shared.get(other) ?? 0) + worth(term));
      holders.set(term, [...others, node]);
    }
    for (const [other, sum] of shared) {
      const w = weight(sum, other, node);
      if (w <= 0) continue;
      edges[node]!.set(other, w);
      edges[other]!.set(node, w);
    }
  });
  return { nodes, edges };
}

/** PageRank by power iteration, damping 0.85 (Brin and Page 1998); scores of all the reading's sentences. */
export function rankNodes({ nodes, edges }: Graph, sentences: number): number[] {
  const damping = 0.85;
  const sums = edges.map((e) => e.values().reduce((a, b) => a + b, 0));
  let ranks = nodes.map(() => 1);
  for (let round = 0; round < 40; round++) {
    const next = nodes.map(() => 1 - damping);
    edges.forEach((neighbours, node) => {
      if (sums[node] === 0) return;
      const share = (damping * ranks[node]!) / sums[node]!;
      for (const [other, w] of neighbours) next[other]! += share * w;
    });
    const change = next.reduce((most, rank, node) => Math.max(most, Math.abs(rank - ranks[node]!)), 0);
    ranks = next;
    if (change < 1e-5) break;
  }
  const scores = new Array<number>(sentences).fill(0);
  nodes.forEach((index, node) => {
    scores[index] = ranks[node]!;
  });
  return scores;
}
