// A message as text that a person can read and compare in a snapshot.

import type { Message } from '../../src/discord/render/message.ts';

interface Part {
  readonly type: number;
  readonly content?: string;
  readonly label?: string;
  readonly custom_id?: string;
  readonly placeholder?: string;
  readonly options?: readonly { readonly label: string; readonly value: string; readonly description?: string }[];
  readonly components?: readonly Part[];
  readonly accessory?: Part;
  readonly items?: readonly { readonly media: { readonly url: string }; readonly description?: string }[];
}

export function readable(message: Message): string {
  return (message.components as readonly Part[]).flatMap(lines).join('\n');
}

function pictures({ items = [] }: Part): string[] {
  return items.map(({ media, description }) => `![${description}](${media.url})`);
}

function lines(part: Part): string[] {
  if (part.type === 10) return [part.content ?? ''];
  if (part.type === 14) return ['────'];
  if (part.type === 2) return [`[${part.label}](${part.custom_id})`];
  if (part.type === 3) {
    const options = part.options?.map(({ label, value, description }) => `  ${value}: ${label} / ${description ?? ''}`);
    return [`<${part.placeholder}>(${part.custom_id})`, ...(options ?? [])];
  }
  if (part.type === 1)
    return [(part.components ?? []).flatMap(lines).join(part.components?.[0]?.type === 3 ? '\n' : ' ')];
  return [...pictures(part), ...[part.components ?? [], part.accessory ?? []].flat().flatMap(lines)];
}
