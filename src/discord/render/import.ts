// What /sources import tells: how many of each, then the lines that need a look, as many as fit.

import type { ImportLine, SourcesImported } from '../../app.ts';
import type { Words } from '../../words.ts';
import { take } from './bound.ts';
import { escapeText } from './escape.ts';
import { LIMITS, type Message, message, separator, subtext, text } from './message.ts';
import { renderNote } from './note.ts';
import { type Mention, problemText } from './problem.ts';

const KINDS = ['added', 'known', 'duplicate', 'not-a-url', 'failed', 'left'] as const;
/** Many lines share one display: components are few. */
const NAMES_SHOWN = 30;
const ROOM = 3_300;

export function renderImporting(done: number, total: number, words: Words): Message {
  return renderNote(words.say('sources.import.progress', { done: words.number(done), total: words.number(total) }));
}

export function renderImported({ lines }: SourcesImported, words: Words, mention: Mention): Message {
  const { say } = words;
  const groups = KINDS.map((kind) => ({ kind, found: lines.filter(({ outcome }) => outcome === kind) }));
  const counts = groups
    .filter(({ found }) => found.length > 0)
    .map(({ kind, found }) => say(`sources.import.${kind}`, { n: words.number(found.length) }));
  const bad = lines.filter(({ outcome }) => outcome === 'failed' || outcome === 'not-a-url');
  const troubles = bad.map((line) => text(troubleLine(line, words, mention)));
  const shown = take(troubles, { text: ROOM, components: LIMITS.components - 8 });
  const hidden = bad.length - shown.length;
  return message([
    text(`### ${say('sources.import.title')}`, ...counts),
    ...(shown.length > 0 ? [separator(), ...shown] : []),
    ...(hidden > 0 ? [text(subtext(say('count.more', { count: hidden })))] : []),
    ...names(lines, words),
  ]);
}

function troubleLine({ line, name, problem }: ImportLine, words: Words, mention: Mention): string {
  const why = problem === undefined ? undefined : problemText(problem, words, mention).slice(0, 300);
  const where = words.say('sources.import.line', { line });
  return [`${escapeText(name, 100)} · ${where}`, subtext(why)].filter((part) => part !== '').join('\n');
}

function names(lines: readonly ImportLine[], words: Words) {
  const added = lines.filter(({ outcome }) => outcome === 'added').map(({ name }) => escapeText(name, 15));
  if (added.length === 0) return [];
  const more = added.length > NAMES_SHOWN ? ` ${words.say('count.more', { count: added.length - NAMES_SHOWN })}` : '';
  return [text(subtext(`${added.slice(0, NAMES_SHOWN).join(', ')}${more}`))];
}
