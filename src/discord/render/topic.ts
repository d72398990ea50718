// /topic: the stories about it, eight to a page, each with its best sentence.

import type { StoryCard, TopicAnswer } from '../../stories/answer.ts';
import type { Words } from '../../words.ts';
import { customId } from '../custom-id.ts';
import { firstThatFits } from './bound.ts';
import { escapeText } from './escape.ts';
import { link } from './link.ts';
import { type Message, message, selectRow, separator, subtext, text } from './message.ts';
import { pageButtons, pageFact, pageOf } from './pager.ts';
import { storyLines } from './story-lines.ts';

const PAGE = 8;
/** "topic:99:30d:newest:" takes 20 of the 100 characters of a button. */
export const TOPIC_NAME_MAX = 75;

export interface TopicLook {
  /** What was asked for, which the page buttons ask again. */
  readonly asked: string;
  readonly page: number;
}

const DETAILS = [
  { sentenceLength: 320, fragments: true, more: 3 },
  { sentenceLength: 240, fragments: false, more: 3 },
  { sentenceLength: 120, fragments: false, more: 0 },
  { sentenceLength: 0, fragments: false, more: 0 },
  { sentenceLength: 0, fragments: false, more: 0, unlinked: true },
];

export function renderTopic(answer: TopicAnswer, words: Words, look: TopicLook): Message {
  return firstThatFits(DETAILS.map((detail) => () => render(answer, words, look, detail)));
}

function render(answer: TopicAnswer, words: Words, look: TopicLook, detail: (typeof DETAILS)[number]): Message {
  const { say } = words;
  const page = pageOf(answer.stories, look.page, PAGE);
  const count = answer.stories.length === 0 ? undefined : say('count.stories', { count: answer.stories.length });
  const heading = text(
    `## ${escapeText(answer.name, 200)}`,
    subtext(count, say(`since.${answer.since}`), say(`sort.${answer.sort}`), pageFact(page, words)),
  );
  const idOf = (to: number): string =>
    customId('topic', to, answer.since, answer.sort, look.asked.slice(0, TOPIC_NAME_MAX));
  if (page.items.length === 0)
    return message([heading, text(say('topic.none', { since: say(`since.${answer.since}`) }))]);
  const stories = page.items.map((story, i) => text(storyText(story, page.first + i, words, detail)));
  const rest = moreLine(answer.stories.slice(page.first - 1 + PAGE), words, detail.more);
  return message([heading, ...stories, ...(rest === undefined ? [] : [separator(), text(rest)])], {
    rows: [
      selectRow(
        'pick',
        say('topic.pick'),
        page.items.map((story) => optionOf(story)),
      ),
      pageButtons(page, words, idOf),
    ],
  });
}

function storyText(story: StoryCard, number: number, words: Words, detail: (typeof DETAILS)[number]): string {
  const sentences = story.sentence !== undefined && detail.sentenceLength > 0 ? [story.sentence] : [];
  const card = detail.unlinked ? { ...story, url: undefined } : story;
  return storyLines(card, words, { number, sentences, ...detail });
}

/** The headlines that come next, so that a reader knows whether to turn the page. */
function moreLine(rest: readonly StoryCard[], words: Words, most: number): string | undefined {
  if (rest.length === 0 || most === 0) return undefined;
  const shown = rest.slice(0, most).map((story) => link(story.headline, story.url, 80));
  const folded = rest.length - shown.length;
  return subtext(`${words.say('topic.more')} ${shown.join(' · ')}${folded > 0 ? ` +${folded}` : ''}`);
}

function optionOf(story: StoryCard) {
  return { label: story.headline, value: story.ref, description: story.sources.join(', ') };
}
