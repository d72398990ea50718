// Lists of what is stored: a title and a few lines for each, as many as fit, and how many there are beyond.

import type { Words } from '../../words.ts';
import { componentCount, take, textLength } from './bound.ts';
import { LIMITS, type Message, message, type row, subtext, text } from './message.ts';

/** Container, its last line, a row of buttons, and room for a title. */
const MARGIN = { text: 300, components: 8 };

export function renderList(title: string, entries: readonly string[], words: Words): Message {
  const heading = text(`## ${title}`);
  // Several entries share a text display where there are many: components are few.
  const perDisplay = Math.max(1, Math.ceil(entries.length / 30));
  const displays = chunk(entries, perDisplay).map((lines) => text(...lines));
  const shown = take(displays, {
    text: LIMITS.text - MARGIN.text - textLength([heading]),
    components: LIMITS.components - MARGIN.components - componentCount([heading]),
  });
  const hidden = entries.length - shown.length * perDisplay;
  const more = hidden > 0 ? [text(subtext(words.say('count.more', { count: hidden })))] : [];
  return message([heading, ...shown, ...more]);
}

export function withRows(message: Message, ...rows: readonly (ReturnType<typeof row> | undefined)[]): Message {
  return { ...message, components: [...message.components, ...rows.filter((one) => one !== undefined)] };
}

function chunk<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}
