// Holds messages to Discord's limits, by leaving out whole things rather than cutting through them.

import { LIMITS, type Message, type Part } from './message.ts';

/** Characters of all text displays of these parts. */
export function textLength(parts: readonly object[]): number {
  return parts.reduce((sum, part) => sum + ownText(part) + textLength(childrenOf(part)), 0);
}

export function componentCount(parts: readonly object[]): number {
  return parts.reduce((sum, part) => sum + 1 + componentCount(childrenOf(part)), 0);
}

function ownText(part: object): number {
  return 'type' in part && part.type === 10 && 'content' in part ? String(part.content).length : 0;
}

function childrenOf(part: object): readonly object[] {
  const children = 'components' in part ? (part.components as readonly object[]) : [];
  return 'accessory' in part ? [...children, part.accessory as object] : children;
}

export function fits(message: Message): boolean {
  return textLength(message.components) <= LIMITS.text && componentCount(message.components) <= LIMITS.components;
}

/** The first of these renderings that fits, richest first; of the last one as much as fits, whole parts from the front. */
export function firstThatFits(renderings: readonly (() => Message)[]): Message {
  let last: Message | undefined;
  for (const render of renderings) {
    last = render();
    if (fits(last)) return last;
  }
  if (last === undefined) throw new Error('there is no rendering to choose from');
  return shortened(last);
}

function shortened(message: Message): Message {
  const [container, ...rows] = message.components;
  if (container === undefined) return message;
  const room = { text: LIMITS.text, components: LIMITS.components - componentCount(rows) - 1 };
  const parts = take(container.components as Part[], room);
  return { ...message, components: [{ ...container, components: parts } as typeof container, ...rows] };
}

/** As many of the parts, from the front, as fit into so many characters and components. */
export function take(parts: readonly Part[], budget: { readonly text: number; readonly components: number }): Part[] {
  const taken: Part[] = [];
  let { text, components } = budget;
  for (const part of parts) {
    text -= textLength([part]);
    components -= componentCount([part]);
    if (text < 0 || components < 0) break;
    taken.push(part);
  }
  return taken;
}
