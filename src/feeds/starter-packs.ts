// The shipped packs of well-known feeds, for a server that wants to begin with one choice.

import { readdirSync, readFileSync } from 'node:fs';

export interface StarterPack {
  readonly id: string;
  readonly name: string;
  readonly lang: string;
  readonly topics: readonly { readonly name: string; readonly include: string }[];
  readonly feeds: readonly { readonly url: string; readonly name: string }[];
}

const FOLDER = new URL('../../data/starter/', import.meta.url);
let packs: readonly StarterPack[] | undefined;

/** By name; read once, when somebody first asks. */
export function starterPacks(): readonly StarterPack[] {
  packs ??= readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as StarterPack)
    .sort((a, b) => a.name.localeCompare(b.name));
  return packs;
}
