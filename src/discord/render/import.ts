// What /sources import tells: how many of each, then the lines that need a look, as many as fit.

import type { ImportLine, SourcesImported } from '../../app.ts';
import type { Words } from '../../words.ts';
import { take, textLength } from './bound.ts';
import { escapeText } from './escape.ts';
import { LIMITS, type Message, message, separator, subtext, text } from './message.ts';
import { renderNote } from './note.ts';
import { type Mention, problemText } from './problem.ts';

const KINDS = ['added', 'known', 'duplicate', 'not-a-url', 'failed', 'left'] as const;
const NAMES_SHOWN = 20;
/** For the line that says how many are not shown. */
const MARGIN = 100;

export function renderImporting(done: number, total: number, words: Words): Message {
  return renderNote(words.say('sources.import.progress', { done: words.number(done), total: words.number(total) }));
}

export function renderImported({ lines }: SourcesImported, words: Words, mention: Mention): Message {
  const { say } = words;
  const counts = KINDS.flatMap((kind) => {
    const found = lines.filter(({ outcome }) => outcome === kind);
    if (found.length === 0) return [];
    const count = say(`sources.import.${kind}`, { n: words.number(found.length) });
    return kind === 'added' ? [count, subtext(names(found, words))] : [count];
  });
  const head = text(`### ${say('sources.import.title')}`, ...counts);
  const bad = lines.filter(({ outcome }) => outcome === 'failed' || outcome === 'not-a-url');
  const troubles = bad.map((line) => text(troubleLine(line, words, mention)));
  const room = { text: LIMITS.text - textLength([head]) - MARGIN, components: LIMITS.components - 8 };
  const shown = take(troubles, room);
  const hidden = bad.length - shown.length;
  return message([
    head,
    ...(shown.length > 0 ? [separator(), ...shown] : []),
    ...(hidden > 0 ? [text(subtext(say('count.more', { count: hidden })))] : []),
  ]);
}

function troubleLine({ line, name, problem }: ImportLine, words: Words, mention: Mention): string {
  const why = problem === undefined ? undefined : problemText(problem, words, mention).slice(0, 300);
  const where = words.say('sources.import.line', { line });
  return [`${escapeText(name, 100)} · ${where}`, subtext(why)].filter((part) => part !== '').join('\n');
}

function names(added: readonly ImportLine[], words: Words): string {
  const shown = added.slice(0, NAMES_SHOWN).map(({ name }) => escapeText(name, 25));
  const more = added.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` ${words.say('count.more', { count: more })}` : ''}`;
}
