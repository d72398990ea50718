// What may be lost: rendered answers, pages fetched for a person, cool-downs. In memory and bounded.

import Keyv from 'keyv';

/** Keyv's default store never forgets an entry that nobody reads, so this map drops the one unused for longest. */
class BoundedMap extends Map<string, unknown> {
  readonly #max: number;

  constructor(max: number) {
    super();
    this.#max = max;
  }

  override get(key: string): unknown {
    const value = super.get(key);
    if (value !== undefined) {
      super.delete(key);
      super.set(key, value);
    }
    return value;
  }

  override set(key: string, value: unknown): this {
    super.delete(key);
    super.set(key, value);
    if (this.size > this.#max) {
      const oldest = this.keys().next();
      if (!oldest.done) super.delete(oldest.value);
    }
    return this;
  }
}

export type Cache<T> = Keyv<T>;

/** A cache of at most `max` entries, each kept for `ttlMs`. It counts entries, not bytes: store small values. */
export function createCache<T>({ max, ttlMs }: { readonly max: number; readonly ttlMs: number }): Cache<T> {
  return new Keyv<T>({ store: new BoundedMap(max), ttl: ttlMs });
}
