import type { Problem } from '../errors.ts';
import type { Source } from './source.ts';

/** The source that a person means: by id (what autocomplete sends), name or address, letter case aside. */
export function findSource(sources: readonly Source[], typed: string): Source | Problem {
  const wanted = typed.trim().toLowerCase();
  const found =
    sources.find(({ id }) => String(id) === wanted) ??
    sources.find(({ name }) => name.toLowerCase() === wanted) ??
    sources.find(({ url }) => url.toLowerCase() === wanted);
  return found ?? { problem: 'unknown-source', name: typed.trim(), known: sources.map(({ name }) => name) };
}
