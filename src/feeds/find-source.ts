import type { Problem } from '../errors.ts';
import { fold } from '../text/fold.ts';
import type { Source } from './source.ts';

/** The source that a person means: by id (what autocomplete sends), name or address, or words of the name of one alone. */
export function findSource(sources: readonly Source[], typed: string): Source | Problem {
  const wanted = typed.trim().toLowerCase();
  const found =
    sources.find(({ id }) => String(id) === wanted) ??
    sources.find(({ name }) => name.toLowerCase() === wanted) ??
    sources.find(({ url }) => url.toLowerCase() === wanted) ??
    onlyOne(sources.filter(({ name }) => hasWords(name, wanted)));
  return found ?? { problem: 'unknown-source', name: typed.trim(), known: sources.map(({ name }) => name) };
}

function onlyOne(found: readonly Source[]): Source | undefined {
  return found.length === 1 ? found[0] : undefined;
}

function hasWords(name: string, typed: string): boolean {
  return typed !== '' && ` ${fold(name)} `.includes(` ${fold(typed)} `);
}
