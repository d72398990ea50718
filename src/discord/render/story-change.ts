// "Not the same story": the selects under a story's sources, and what came of them.

import type { StoryChange } from '../../app.ts';
import type { SummaryAnswer } from '../../summaries/answer.ts';
import type { Words } from '../../words.ts';
import { customId } from '../custom-id.ts';
import { link } from './link.ts';
import { button, type Message, message, row, selectRow, subtext, text } from './message.ts';

/** For those who manage the server, where there is something to take out or to put back. */
export function storyRows(answer: SummaryAnswer, { say }: Words) {
  const within = answer.story === undefined || answer.story.articles < 2 ? [] : answer.articles;
  return [
    selectRow('take-out', say('story.takeOut'), optionsOf(within)),
    selectRow('put-back', say('story.putBack'), optionsOf(answer.takenOut ?? [])),
  ];
}

function optionsOf(articles: readonly { readonly ref?: string | undefined; title: string; source: string }[]) {
  return articles.flatMap(({ ref, title, source }) =>
    ref === undefined ? [] : [{ label: title, value: ref, description: source }],
  );
}

export function renderTakenOut({ ref, title, url }: StoryChange, { say }: Words): Message {
  const lines = text(say('story.takenOut', { title: link(title, url, 200) }), subtext(say('story.takenOutHint')));
  return message([lines], { rows: [row(button(say('button.undo'), customId('put-back', ref)))] });
}

export function renderPutBack({ title, url }: StoryChange, { say }: Words): Message {
  return message([text(say('story.isBack', { title: link(title, url, 200) }))]);
}
