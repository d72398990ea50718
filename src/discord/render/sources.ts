// What /sources answers.

import type { FeedSample, SourceAdded, SourceLine, SourceTested } from '../../app.ts';
import type { Words } from '../../words.ts';
import { escapeText } from './escape.ts';
import { link } from './link.ts';
import { renderList } from './list.ts';
import { ago, type Message, message, subtext, text } from './message.ts';
import { renderNote } from './note.ts';
import { type Mention, problemText } from './problem.ts';

export function renderSourceAdded(added: SourceAdded, words: Words, mention: Mention): Message {
  const { say } = words;
  const state = added.items > 0 ? say('sources.baseline', { count: added.items }) : say('sources.waiting');
  return message([
    text(
      say('sources.added', { name: escapeText(added.source.name, 100) }),
      subtext(hostLink(added.source.url)),
      state,
    ),
    ...samples(added.samples, words),
    text(subtext(say('sources.next', { latest: mention('latest'), digest: mention('digests create') }))),
  ]);
}

export function renderSourceTested(tested: SourceTested, words: Words): Message {
  const { say } = words;
  const facts = say('sources.tested', {
    format: tested.format.toUpperCase(),
    items: say('count.items', { count: tested.items }),
    ms: words.number(Math.round(tested.tookMs)),
  });
  const newest =
    tested.newestAt === undefined ? undefined : say('sources.newest', { time: ago(tested.newestAt) ?? '' });
  const title = tested.title === undefined ? hostLink(tested.url) : link(tested.title, tested.url, 150);
  return message([text(`### ${title}`, facts, newest), ...samples(tested.samples, words)]);
}

function samples(given: readonly FeedSample[], words: Words) {
  if (given.length === 0) return [];
  const lines = given.slice(0, 3).map((sample) => {
    const time = ago(sample.publishedAt);
    return `- ${link(sample.title, sample.url, 150)}${time === undefined ? '' : ` · ${time}`}`;
  });
  return [text(words.say('sources.samples'), ...lines)];
}

export function renderSourceRemoved(name: string, words: Words): Message {
  return renderNote(words.say('sources.removed', { name: escapeText(name, 100) }));
}

export function renderSources(lines: readonly SourceLine[], words: Words, mention: Mention): Message {
  const { say } = words;
  if (lines.length === 0) return renderNote(say('sources.none', { command: mention('sources add') }));
  return renderList(
    say('sources.title'),
    lines.map((line) => sourceEntry(line, words, mention)),
    words,
  );
}

export function sourceEntry(line: SourceLine, words: Words, mention: Mention): string {
  const { say } = words;
  const state = line.source.paused ? say('sources.paused') : readState(line, words);
  const why = line.problem === undefined || line.failures === 0 ? undefined : problemText(line.problem, words, mention);
  return [
    `**${escapeText(line.source.name, 80)}**`,
    subtext(hostLink(line.source.url), state),
    subtext(why?.slice(0, 600)),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function readState({ failures, lastOkAt }: SourceLine, words: Words): string {
  if (failures > 0) return words.say('sources.failing', { count: failures });
  const time = ago(lastOkAt);
  return time === undefined ? words.say('sources.never') : words.say('sources.ok', { time });
}

function hostLink(url: string): string {
  return URL.canParse(url) ? link(new URL(url).host, url, 80) : escapeText(url, 80);
}
