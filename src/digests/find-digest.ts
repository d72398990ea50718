import type { Problem } from '../errors.ts';
import type { Digest } from './digest.ts';

/** The digest that a person means: by id (what autocomplete sends) or name, letter case aside. */
export function findDigest(digests: readonly Digest[], typed: string): Digest | Problem {
  const wanted = typed.trim().toLowerCase();
  const found =
    digests.find(({ id }) => String(id) === wanted) ?? digests.find(({ name }) => name.toLowerCase() === wanted);
  return found ?? { problem: 'unknown-digest', name: typed.trim(), known: digests.map(({ name }) => name) };
}
