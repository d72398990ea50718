// /status: what works, what does not, and what to do about it.

import type { StatusAnswer } from '../../app.ts';
import type { Words } from '../../words.ts';
import { take, textLength } from './bound.ts';
import { digestEntry } from './digests.ts';
import { escapeText } from './escape.ts';
import { ago, LIMITS, type Message, message, separator, subtext, text } from './message.ts';
import { type Mention, permissionNames } from './problem.ts';
import { failingButtons, sourceEntry } from './sources.ts';

/** A channel that digests go to and in which the bot lacks something. */
export interface Lack {
  readonly channelId: string;
  readonly missing: readonly string[];
}

export function renderStatus(
  status: StatusAnswer,
  words: Words,
  { mention, lacks }: { readonly mention: Mention; readonly lacks: readonly Lack[] },
): Message {
  const { say } = words;
  const head = text(`## ${say('status.title')}`, ...counts(status, words));
  const failing = status.sources.failing.slice(0, 8).map((line) => text(sourceEntry(line, words, mention)));
  const unseen = status.sources.failing.length - failing.length;
  const missing = lacks.slice(0, 6).map((lack) => text(lackLine(lack, words)));
  const digests = status.digests.slice(0, 8).map((line) => text(digestEntry(line, words, mention)));
  const foot = text(
    subtext(say('status.version', { version: escapeText(status.version, 40), time: ago(status.upSince) ?? '' })),
  );
  const isWell = failing.length === 0 && missing.length === 0;
  const body = [
    ...(isWell ? [text(say('status.allWell'))] : [...missing, ...failing]),
    ...(unseen > 0
      ? [text(subtext(say('status.moreFailing', { count: unseen, command: mention('sources list') })))]
      : []),
    ...(digests.length > 0 ? [separator(), text(`### ${say('status.digests')}`), ...digests] : []),
  ];
  const room = { text: LIMITS.text - textLength([head, foot]), components: LIMITS.components - 10 };
  const rows = [failingButtons(status.sources.failing, words)];
  return message([head, ...take(body, room), separator(), foot], { rows });
}

function counts({ sources, articles, pending }: StatusAnswer, words: Words): string[] {
  const { say } = words;
  const parts = [
    say('status.sourcesOk', { count: sources.ok }),
    sources.failing.length > 0 ? say('status.sourcesFailing', { count: sources.failing.length }) : undefined,
    sources.waiting > 0 ? say('status.sourcesWaiting', { count: sources.waiting }) : undefined,
    sources.paused > 0 ? say('status.sourcesPaused', { count: sources.paused }) : undefined,
  ];
  const index = [
    say('count.articles', { count: articles }),
    pending > 0 ? say('status.pending', { count: pending }) : undefined,
  ];
  const line = (name: string, facts: readonly (string | undefined)[]): string =>
    `**${name}:** ${facts.filter((fact) => fact !== undefined).join(' · ')}`;
  return [line(say('status.sources'), parts), line(say('status.index'), index)];
}

function lackLine({ channelId, missing }: Lack, words: Words): string {
  return words.say('status.missing', { channel: `<#${channelId}>`, permissions: permissionNames(missing, words) });
}
