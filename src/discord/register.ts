// Tells Discord which commands there are, only when it knows others: registering is limited to 200 a day.

import { isDeepStrictEqual } from 'node:util';
import { type APIApplicationCommand, type REST, Routes } from 'discord.js';
import type { CommandData } from './command.ts';

/** Ids of the commands by their name, which clickable mentions need. */
export interface Registered {
  readonly changed: boolean;
  readonly ids: ReadonlyMap<string, string>;
}

export async function registerCommands(
  rest: REST,
  applicationId: string,
  wanted: readonly CommandData[],
): Promise<Registered> {
  const route = Routes.applicationCommands(applicationId);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const known = (await rest.get(route, { query })) as APIApplicationCommand[];
  if (isDeepStrictEqual(known.map(comparable).sort(byName), wanted.map(comparable).sort(byName))) {
    return { changed: false, ids: idsOf(known) };
  }
  const stored = (await rest.put(route, { body: wanted })) as APIApplicationCommand[];
  return { changed: true, ids: idsOf(stored) };
}

/** "</sources add:123>", or the plain name as long as the id is not known. */
export function mentionOf(ids: ReadonlyMap<string, string>, command: string): string {
  const id = ids.get(command.split(' ', 1)[0] as string);
  return id === undefined ? `\`/${command}\`` : `</${command}:${id}>`;
}

function idsOf(commands: readonly APIApplicationCommand[]): Map<string, string> {
  return new Map(commands.map(({ name, id }) => [name, id]));
}

const COMPARED = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'required',
  'autocomplete',
  'choices',
  'value',
  'options',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  'channel_types',
  'contexts',
  'integration_types',
  'default_member_permissions',
];

/** The fields that a definition has, without what Discord adds and without defaults that it may spell out or leave out. */
function comparable(definition: object): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const key of COMPARED) {
    const value = normal((definition as Record<string, unknown>)[key], key);
    if (value !== undefined) kept[key] = value;
  }
  return kept;
}

function normal(value: unknown, key: string): unknown {
  if (value === null || value === undefined || value === false || value === '') return undefined;
  if (key.endsWith('_localizations')) return emptyIsNothing(value as object);
  if (!Array.isArray(value)) return value;
  if (value.length === 0) return undefined;
  return typeof value[0] === 'object' ? value.map((one) => comparable(one as object)) : [...value].sort();
}

function emptyIsNothing(texts: object): object | undefined {
  return Object.keys(texts).length === 0 ? undefined : { ...texts };
}

function byName(a: Record<string, unknown>, b: Record<string, unknown>): number {
  return String(a.name).localeCompare(String(b.name)) || Number(a.type) - Number(b.type);
}
