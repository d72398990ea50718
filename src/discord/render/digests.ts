// What /digests answers about schedules; the digest itself is in digest.ts.

import type { DigestLine } from '../../app.ts';
import type { Digest, Run } from '../../digests/digest.ts';
import { isProblem } from '../../errors.ts';
import type { Words } from '../../words.ts';
import { escapeText } from './escape.ts';
import { renderList } from './list.ts';
import { ago, type Message, moment, subtext } from './message.ts';
import { renderNote } from './note.ts';
import { type Mention, problemText } from './problem.ts';
import { asCode, sourceNames } from './words-of.ts';

export function renderDigestCreated(digest: Digest, words: Words, mention: Mention): Message {
  const { say } = words;
  return renderNote(
    say('digests.created', { name: nameOf(digest), channel: channelOf(digest) }),
    subtext(...digestFacts(digest, words)),
    digest.dueAt === undefined ? undefined : say('digests.first', { time: exact(digest.dueAt) }),
    subtext(say('digests.tryPreview', { command: mention('digests preview') })),
  );
}

/** The outcome of run, pause, resume or delete. */
export function renderDigestChanged(
  change: 'running' | 'pausedNow' | 'resumed' | 'removed',
  digest: Digest,
  words: Words,
  mention: Mention,
): Message {
  return renderNote(
    words.say(`digests.${change}`, {
      name: nameOf(digest),
      channel: channelOf(digest),
      command: mention('digests resume'),
      time: digest.dueAt === undefined ? '' : exact(digest.dueAt),
    }),
  );
}

export function renderDigests(lines: readonly DigestLine[], words: Words, mention: Mention): Message {
  const { say } = words;
  if (lines.length === 0) return renderNote(say('digests.none', { command: mention('digests create') }));
  return renderList(
    say('digests.title'),
    lines.map((line) => digestEntry(line, words, mention)),
    words,
  );
}

export function digestEntry({ digest, topicNames }: DigestLine, words: Words, mention: Mention): string {
  const { say } = words;
  const next = digest.dueAt === undefined ? undefined : say('digests.next', { time: ago(digest.dueAt) ?? '' });
  const problem = digest.lastProblem === undefined ? undefined : lastProblem(digest.lastProblem, words, mention);
  return [
    `**${nameOf(digest)}** → ${channelOf(digest)}`,
    subtext(schedule(digest, words), digest.paused ? say('digests.paused') : next),
    subtext(
      topicNames.length > 0 ? sourceNames(topicNames, 5) : say('digests.allTopics'),
      say('digests.stories', { count: digest.stories }),
      say(`style.${digest.style}`),
    ),
    problem === undefined ? '' : subtext(say('digests.lastProblem', { problem })),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

type Reason = 'too-old' | 'no answer';
const REASONS = new Set<string>(['too-old', 'no answer'] satisfies Reason[]);

/** A Problem as JSON, or the name of a reason. */
function lastProblem(stored: string, words: Words, mention: Mention): string {
  try {
    const problem: unknown = JSON.parse(stored);
    if (isProblem(problem)) return problemText(problem, words, mention).slice(0, 600);
  } catch {
    // Then it is a name.
  }
  return REASONS.has(stored) ? words.say(`digests.reason.${stored as Reason}`) : escapeText(stored, 200);
}

export function renderHistory(digest: Digest, runs: readonly Run[], words: Words): Message {
  const title = words.say('digests.history', { name: nameOf(digest) });
  if (runs.length === 0) return renderNote(`## ${title}`, words.say('digests.noHistory'));
  return renderList(
    title,
    runs.map((run) => runEntry(run, words)),
    words,
  );
}

function runEntry(run: Run, words: Words): string {
  const { say } = words;
  const state =
    run.state === 'sent' ? say('digests.run.sent', { count: run.stories.length }) : say(`digests.run.${run.state}`);
  return [moment(run.dueAt), state, run.late ? say('digests.late') : undefined].filter((fact) => fact).join(' · ');
}

function digestFacts(digest: Digest, words: Words): string[] {
  return [
    schedule(digest, words),
    words.say('digests.stories', { count: digest.stories }),
    words.say(`style.${digest.style}`),
  ];
}

function schedule({ schedule }: Digest, words: Words): string {
  const { say } = words;
  const timezone = escapeText(schedule.timezone, 60);
  if (schedule.kind === 'cron') return say('digests.cron', { cron: asCode(schedule.cron, 60), timezone });
  return say('digests.at', { days: daysOf(schedule.days, words), time: schedule.at, timezone });
}

/** "daily", or days with commas between them. */
function daysOf(days: string, words: Words): string {
  const say = words.say as (key: string, options: object) => string;
  return words.list(days.split(',').map((day) => say(`days.${day.trim()}`, { defaultValue: escapeText(day, 20) })));
}

function nameOf(digest: Digest): string {
  return escapeText(digest.name, 80);
}

function channelOf(digest: Digest): string {
  return `<#${digest.channelId}>`;
}

function exact(time: number): string {
  return `${moment(time)} (${ago(time)})`;
}
