// Questions about the elements around a node, each element asked once a page: many blocks lie in the same ones.

import type { PageNode } from './page-tree.ts';

export function* ancestorsOf(node: PageNode | undefined): Generator<PageNode> {
  for (let at = node; at !== undefined; at = at.parent) yield at;
}

/** Tells whether a node, or one around it, is such. */
export function isWithin(isSuch: (node: PageNode) => boolean): (node: PageNode) => boolean {
  const known = new Map<PageNode, boolean>();
  const ask = (node: PageNode): boolean => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const answer = isSuch(node) || (node.parent !== undefined && ask(node.parent));
    known.set(node, answer);
    return answer;
  };
  return ask;
}

/** Gives those of a node and the ones around it that are such, the innermost first. */
export function listAround(isSuch: (node: PageNode) => boolean): (node: PageNode) => readonly PageNode[] {
  const known = new Map<PageNode, readonly PageNode[]>();
  const ask = (node: PageNode): readonly PageNode[] => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const outer = node.parent === undefined ? [] : ask(node.parent);
    const answer = isSuch(node) ? [node, ...outer] : outer;
    known.set(node, answer);
    return answer;
  };
  return ask;
}
