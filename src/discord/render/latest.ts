// /latest: what came in last, a headline and a line of facts each.

import type { ArticleLine, LatestAnswer } from '../../stories/answer.ts';
import type { Words } from '../../words.ts';
import { firstThatFits } from './bound.ts';
import { escapeText } from './escape.ts';
import { link } from './link.ts';
import { ago, type Message, message, selectRow, subtext, text } from './message.ts';
import { labels } from './words-of.ts';

export function renderLatest(answer: LatestAnswer, words: Words): Message {
  return firstThatFits([200, 120, 60, 0].map((most) => () => render(answer, words, most)));
}

function render(answer: LatestAnswer, words: Words, titleLength: number): Message {
  const { say } = words;
  const of = answer.of.map((name) => escapeText(name, 100)).join(' · ');
  const heading = `## ${of === '' ? say('latest.title') : say('latest.of', { of })}`;
  const none = of === '' ? say('latest.none') : say('latest.noneOf');
  if (answer.articles.length === 0) return message([text(heading), text(none)]);
  return message([text(heading), ...answer.articles.map((line) => text(articleLines(line, words, titleLength)))], {
    rows: [
      selectRow(
        'pick',
        say('topic.pick'),
        answer.articles.map(({ ref, title, source }) => ({ label: title, value: ref, description: source })),
      ),
    ],
  });
}

/** Without room for links (`titleLength` 0), the title stands alone. */
export function articleLines(line: ArticleLine, words: Words, titleLength: number): string {
  const title = titleLength === 0 ? escapeText(line.title, 80) : link(line.title, line.url, titleLength);
  return [title, subtext(escapeText(line.source, 60), ago(line.at), ...labels(line.labels, words))].join('\n');
}
