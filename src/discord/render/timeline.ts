// The button Timeline: each step of a story with its time, and what only one source says.

import type { TimelineAnswer } from '../../summaries/answer.ts';
import type { Words } from '../../words.ts';
import { firstThatFits } from './bound.ts';
import { escapeText } from './escape.ts';
import { link } from './link.ts';
import { type Message, message, moment, separator, subtext, text } from './message.ts';
import { renderSentence } from './summary.ts';

interface Detail {
  readonly entries: number;
  readonly sentenceLength: number;
  readonly fragments: number;
}

const DETAILS: readonly Detail[] = [
  { entries: 8, sentenceLength: 500, fragments: 700 },
  { entries: 8, sentenceLength: 400, fragments: 200 },
  { entries: 8, sentenceLength: 300, fragments: 0 },
  { entries: 5, sentenceLength: 200, fragments: 0 },
];

export function renderTimeline(answer: TimelineAnswer, words: Words): Message {
  return firstThatFits(DETAILS.map((detail) => () => render(answer, words, detail)));
}

function render({ title, url, entries, only }: TimelineAnswer, { say }: Words, detail: Detail): Message {
  const look = { ...detail, cites: 2 };
  const steps = entries
    .slice(-detail.entries)
    .map(({ at, source, sentence }) =>
      text(subtext(`**${moment(at)}**`, escapeText(source, 60)), renderSentence(sentence, look)),
    );
  const alone = only.map(({ source, sentence }) =>
    text(subtext(`**${escapeText(source, 60)}**`), renderSentence(sentence, look)),
  );
  return message([
    text(`### ${say('button.timeline')}`, subtext(link(title, url, 250))),
    ...(steps.length > 0 ? steps : [text(say('timeline.none'))]),
    ...(alone.length > 0 ? [separator(), text(`**${say('timeline.only')}**`), ...alone] : []),
  ]);
}
