// A short confirmation: one or a few lines.

import { type Message, message, text } from './message.ts';

export function renderNote(...lines: readonly (string | undefined)[]): Message {
  return message([text(...lines)]);
}
