// A multimap from 32-bit keys to small numbers in flat arrays: twelve bytes an entry, where a Map of arrays takes a
// hundred.

export interface HashTable {
  add(key: number, value: number): void;
  remove(key: number, value: number): void;
  /** The values of a key, newest first, so many at most. */
  get(key: number, limit: number): number[];
  /** The newest value of a key; -1 where it has none. */
  first(key: number): number;
}

const NONE = -1;
const FIRST_SIZE = 1 << 12;

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: the closure is the object; its functions are short.
export function createHashTable(): HashTable {
  let heads = new Int32Array(FIRST_SIZE).fill(NONE);
  let keys = new Uint32Array(FIRST_SIZE);
  let values = new Int32Array(FIRST_SIZE);
  let nexts = new Int32Array(FIRST_SIZE);
  let used = 0;
  let free = NONE;

  // The low bits of the keys are sampled away, so the high ones choose the bucket.
  const bucketOf = (key: number): number => (Math.imul(key, 0x9e3779b1) >>> 8) & (heads.length - 1);
  const grow = (): void => {
    keys = extend(keys, new Uint32Array(keys.length * 2));
    values = extend(values, new Int32Array(values.length * 2));
    nexts = extend(nexts, new Int32Array(nexts.length * 2));
    heads = new Int32Array(heads.length * 2).fill(NONE);
    for (let entry = 0; entry < used; entry++) {
      const bucket = bucketOf(keys[entry]!);
      nexts[entry] = heads[bucket]!;
      heads[bucket] = entry;
    }
  };
  const takeEntry = (): number => {
    if (free !== NONE) {
      const entry = free;
      free = nexts[entry]!;
      return entry;
    }
    if (used === keys.length) grow();
    return used++;
  };

  return {
    add(key, value) {
      const entry = takeEntry();
      const bucket = bucketOf(key);
      keys[entry] = key;
      values[entry] = value;
      nexts[entry] = heads[bucket]!;
      heads[bucket] = entry;
    },
    remove(key, value) {
      const bucket = bucketOf(key);
      let before = NONE;
      let entry = heads[bucket]!;
      while (entry !== NONE && (keys[entry] !== key || values[entry] !== value)) {
        before = entry;
        entry = nexts[entry]!;
      }
      if (entry === NONE) return;
      if (before === NONE) heads[bucket] = nexts[entry]!;
      else nexts[before] = nexts[entry]!;
      nexts[entry] = free;
      free = entry;
    },
    get(key, limit) {
      const found: number[] = [];
      for (let entry = heads[bucketOf(key)]!; entry !== NONE && found.length < limit; entry = nexts[entry]!) {
        if (keys[entry] === key) found.push(values[entry]!);
      }
      return found;
    },
    first(key) {
      let entry = heads[bucketOf(key)]!;
      while (entry !== NONE && keys[entry] !== key) entry = nexts[entry]!;
      return entry === NONE ? NONE : values[entry]!;
    },
  };
}

function extend<T extends Uint32Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
