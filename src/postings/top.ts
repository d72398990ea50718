export interface Scored {
  readonly id: number;
  readonly score: number;
  /** Minutes since 1970. */
  readonly minute: number;
}

/** The best of what is offered: a heap whose root is the least of them. */
export interface Top {
  /** Nothing below this gets in. */
  readonly floor: number;
  readonly size: number;
  offer(id: number, score: number, minute: number): void;
  /** Best first; of equal ones the larger id. */
  sorted(): Scored[];
}

export function createTop(limit: number): Top {
  const heap: Scored[] = [];
  return {
    get floor() {
      return heap.length < limit ? 0 : (heap[0] as Scored).score;
    },
    get size() {
      return heap.length;
    },
    offer(id, score, minute) {
      if (heap.length < limit) {
        heap.push({ id, score, minute });
        rise(heap, heap.length - 1);
        return;
      }
      const least = heap[0];
      if (least === undefined || score < least.score || (score === least.score && id < least.id)) return;
      heap[0] = { id, score, minute };
      sink(heap);
    },
    sorted: () => [...heap].sort((a, b) => b.score - a.score || b.id - a.id),
  };
}

function isLess(a: Scored, b: Scored): boolean {
  return a.score < b.score || (a.score === b.score && a.id < b.id);
}

function rise(heap: Scored[], from: number): void {
  let at = from;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!isLess(heap[at] as Scored, heap[parent] as Scored)) return;
    swap(heap, at, parent);
    at = parent;
  }
}

function sink(heap: Scored[]): void {
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    let least = at;
    for (const child of [left, left + 1]) {
      if (child < heap.length && isLess(heap[child] as Scored, heap[least] as Scored)) least = child;
    }
    if (least === at) return;
    swap(heap, at, least);
    at = least;
  }
}

function swap(heap: Scored[], a: number, b: number): void {
  const kept = heap[a] as Scored;
  heap[a] = heap[b] as Scored;
  heap[b] = kept;
}
