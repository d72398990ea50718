// A topic as somebody types it: what a form shows and hands back.

import type { Topic } from './topic.ts';

export interface TopicFields {
  readonly name: string;
  readonly include: string;
  readonly exclude: string;
  /** Names of sources, with commas between them. */
  readonly sources: string;
  /** Languages, with commas between them. */
  readonly languages: string;
}

export const NO_FIELDS: TopicFields = { name: '', include: '', exclude: '', sources: '', languages: '' };

/** `sources`: the names by which the owner knows them. */
export function toFields(topic: Pick<Topic, 'name' | 'include' | 'exclude' | 'languages'>, sources: readonly string[]) {
  const { name, include, exclude = '', languages } = topic;
  return { name, include, exclude, sources: joinList(sources), languages: joinList(languages) } satisfies TopicFields;
}

/** Commas between them; a name that holds one itself stands in quotes. */
export function joinList(names: readonly string[]): string {
  return names.map((name) => (name.includes(',') ? `"${name.replaceAll('"', '')}"` : name)).join(', ');
}

export function splitList(typed: string): readonly string[] {
  const parts = typed.match(/"[^"]*"|[^,，、"]+/gu) ?? [];
  return parts.map((part) => part.replaceAll('"', '').trim()).filter((part) => part !== '');
}
