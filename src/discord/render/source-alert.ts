// What an alert channel is told of a source.

import type { Problem } from '../../errors.ts';
import type { Source } from '../../feeds/source.ts';
import type { Words } from '../../words.ts';
import { escapeText } from './escape.ts';
import { AMBER, type Message, message, moment, row, subtext, text } from './message.ts';
import type { Mention } from './problem.ts';
import { feedProblemText, sourceButtons } from './sources.ts';

export interface Alert {
  readonly kind: 'failing' | 'recovered';
  readonly source: Source;
  readonly failingSince: number | undefined;
  readonly problem: Problem;
}

export function renderSourceAlert(alert: Alert, words: Words, mention: Mention): Message {
  const { say } = words;
  const name = escapeText(alert.source.name, 100);
  if (alert.kind === 'recovered') return message([text(say('alert.recovered', { name }))], { silent: true });
  const time = moment(alert.failingSince ?? 0);
  const why = feedProblemText(alert.problem, words, mention).slice(0, 600);
  return message([text(say('alert.failing', { name, time }), why, subtext(say('alert.hint')))], {
    accent: AMBER,
    rows: [row(...sourceButtons(alert.source, words, false))],
    silent: true,
  });
}
