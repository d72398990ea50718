// /topic: the stories about it, eight to a page, each with its best sentence.

import { STORIES_A_PAGE, type StoryCard, type TopicAnswer } from '../../stories/answer.ts';
import type { Words } from '../../words.ts';
import { customId } from '../custom-id.ts';
import { firstThatFits } from './bound.ts';
import { escapeText } from './escape.ts';
import { type Message, message, selectRow, subtext, text } from './message.ts';
import { pageButtons, pageFact, pageOf } from './pager.ts';
import { storyLines } from './story-lines.ts';

/** "topic:99:30d:newest:" takes 20 of the 100 characters of a button. */
export const TOPIC_NAME_MAX = 75;

export interface TopicLook {
  /** What was asked for, which the page buttons ask again where it is no topic of the server. */
  readonly asked: string;
  readonly page: number;
}

interface Detail {
  readonly sentences: number;
  readonly sentenceLength: number;
  /** Longest address that opens an article at its sentence. */
  readonly fragments: number;
  /** Links to other articles of a story. */
  readonly more: number;
  readonly titleLength: number;
  readonly unlinked?: true;
}

/** Richest first; what does not fit into a message is told with less. */
const DETAILS: readonly Detail[] = [
  { sentences: 5, sentenceLength: 500, fragments: 700, more: 4, titleLength: 200 },
  { sentences: 5, sentenceLength: 400, fragments: 200, more: 4, titleLength: 200 },
  { sentences: 1, sentenceLength: 320, fragments: 300, more: 3, titleLength: 200 },
  { sentences: 1, sentenceLength: 320, fragments: 150, more: 3, titleLength: 160 },
  { sentences: 1, sentenceLength: 280, fragments: 0, more: 2, titleLength: 160 },
  { sentences: 1, sentenceLength: 240, fragments: 0, more: 0, titleLength: 160 },
  { sentences: 1, sentenceLength: 120, fragments: 0, more: 0, titleLength: 160 },
  { sentences: 0, sentenceLength: 0, fragments: 0, more: 0, titleLength: 120 },
  { sentences: 0, sentenceLength: 0, fragments: 0, more: 0, titleLength: 80, unlinked: true },
];

export function renderTopic(answer: TopicAnswer, words: Words, look: TopicLook): Message {
  return firstThatFits(DETAILS.map((detail) => () => render(answer, words, look, detail)));
}

function render(answer: TopicAnswer, words: Words, look: TopicLook, detail: Detail): Message {
  const { say } = words;
  const page = pageOf(answer.stories, look.page, STORIES_A_PAGE);
  const count = answer.stories.length === 0 ? undefined : say('count.stories', { count: answer.stories.length });
  const heading = text(
    `## ${escapeText(answer.corrected ?? answer.name, 200)}`,
    subtext(count, say(`since.${answer.since}`), say(`sort.${answer.sort}`), pageFact(page, words)),
    answer.corrected === undefined
      ? undefined
      : say('search.corrected', {
          query: escapeText(answer.name, 150),
          corrected: escapeText(answer.corrected, 150),
        }),
  );
  const idOf = (to: number): string =>
    answer.topicId === undefined
      ? customId('topic', to, answer.since, answer.sort, look.asked.slice(0, TOPIC_NAME_MAX))
      : customId('topic-page', to, answer.since, answer.sort, answer.topicId);
  if (page.items.length === 0)
    return message([heading, text(say('topic.none', { since: say(`since.${answer.since}`) }))]);
  const stories = page.items.map((story, i) => text(storyText(story, page.first + i, words, detail)));
  return message([heading, ...stories], {
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

function storyText(story: StoryCard, number: number, words: Words, detail: Detail): string {
  const all = story.sentences.length > 0 ? story.sentences : [story.sentence].filter((one) => one !== undefined);
  const card = detail.unlinked ? { ...story, url: undefined } : story;
  return storyLines(card, words, { ...detail, number, sentences: all.slice(0, detail.sentences) });
}

function optionOf(story: StoryCard) {
  return { label: story.headline, value: story.ref, description: story.sources.join(', ') };
}
