// What /sources answers.

import type { FeedSample, SourceAdded, SourceLine, SourcesExported, SourceTested } from '../../app.ts';
import type { Problem } from '../../errors.ts';
import type { Source } from '../../feeds/source.ts';
import type { Words } from '../../words.ts';
import { customId } from '../custom-id.ts';
import { escapeText, plainText } from './escape.ts';
import { link } from './link.ts';
import { renderList, withRows } from './list.ts';
import { ago, button, fileShown, type Message, message, row, subtext, text } from './message.ts';
import { type Modal, modal, textField } from './modal.ts';
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

export function renderSourceRemoved({ id, name }: Source, words: Words): Message {
  const { say } = words;
  const lines = text(say('sources.removed', { name: escapeText(name, 100) }), subtext(say('sources.undoHint')));
  return message([lines], { rows: [row(button(say('button.undo'), customId('undo-remove', id)))] });
}

export function renderSourceRestored({ name }: Source, words: Words): Message {
  return renderNote(words.say('sources.restored', { name: escapeText(name, 100) }));
}

export function renderSourcePaused({ name }: Source, words: Words, mention: Mention): Message {
  const command = mention('sources resume');
  return renderNote(words.say('sources.pausedNow', { name: escapeText(name, 100), command }));
}

export function renderSourceResumed({ name }: Source, words: Words): Message {
  return renderNote(words.say('sources.resumed', { name: escapeText(name, 100) }));
}

export function renderSourceEdited({ name, url }: Source, words: Words): Message {
  return renderNote(words.say('sources.edited', { name: escapeText(name, 100) }), subtext(hostLink(url)));
}

export function sourceForm({ id, name, url }: Source, { say }: Words): Modal {
  return modal(customId('edit-source', id), say('sources.editTitle'), [
    textField({ name: 'name', label: say('sources.editName'), value: name, max: 80 }),
    textField({ name: 'url', label: say('sources.editUrl'), value: url, max: 2000 }),
  ]);
}

export function renderSourcesExported({ fileName, text: content, count }: SourcesExported, words: Words): Message {
  const line = text(words.say('sources.exported', { n: words.number(count) }));
  return { ...message([line, fileShown(fileName)]), files: [{ name: fileName, text: content }] };
}

export function renderSources(lines: readonly SourceLine[], words: Words, mention: Mention): Message {
  const { say } = words;
  if (lines.length === 0) return renderNote(say('sources.none', { command: mention('sources add') }));
  const list = renderList(
    say('sources.title'),
    lines.map((line) => sourceEntry(line, words, mention)),
    words,
  );
  return withRows(list, failingButtons(lines, words));
}

export function sourceEntry(line: SourceLine, words: Words, mention: Mention): string {
  const { say } = words;
  const state = line.source.paused ? say('sources.paused') : readState(line, words);
  const why =
    line.problem === undefined || line.failures === 0 ? undefined : feedProblemText(line.problem, words, mention);
  return [
    `**${escapeText(line.source.name, 80)}**`,
    subtext(hostLink(line.source.url), state),
    subtext(why?.slice(0, 600)),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** A feed that refuses us refuses bots, mostly: what to do then is not what to do about a page. */
export function feedProblemText(problem: Problem, words: Words, mention: Mention): string {
  if (problem.problem !== 'http-status' || (problem.status !== 401 && problem.status !== 403))
    return problemText(problem, words, mention);
  return words.say('sources.blocked', { host: escapeText(problem.host, 100), status: problem.status });
}

const BUTTONS_FOR = 2;

/** Retry and Pause for the first that fail. */
export function failingButtons(lines: readonly SourceLine[], words: Words) {
  const failing = lines.filter(({ source, failures }) => failures > 0 && !source.paused).slice(0, BUTTONS_FOR);
  return row(...failing.flatMap(({ source }) => sourceButtons(source, words, failing.length > 1)));
}

export function sourceButtons({ id, name }: Source, { say }: Words, isNamed: boolean) {
  const of = isNamed ? `: ${plainText(name, 40)}` : '';
  return [
    button(`${say('button.retry')}${of}`, customId('retry-source', id)),
    button(`${say('button.pause')}${of}`, customId('pause-source', id)),
  ];
}

function readState({ failures, lastOkAt }: SourceLine, words: Words): string {
  if (failures > 0) return words.say('sources.failing', { count: failures });
  const time = ago(lastOkAt);
  return time === undefined ? words.say('sources.never') : words.say('sources.ok', { time });
}

function hostLink(url: string): string {
  return URL.canParse(url) ? link(new URL(url).host, url, 80) : escapeText(url, 80);
}
