// A story in a list: its headline linked, its sources, its best sentence. Topics and digests show it alike.

import type { StoryCard } from '../../stories/answer.ts';
import type { AnswerSentence } from '../../summaries/answer.ts';
import type { Words } from '../../words.ts';
import { link } from './link.ts';
import { ago, subtext } from './message.ts';
import { renderSentence } from './summary.ts';
import { labels, sourceNames } from './words-of.ts';

export interface StoryLook {
  readonly number: number | undefined;
  readonly sentences: readonly AnswerSentence[];
  /** Said before the headline's facts ("Update"). */
  readonly mark?: string | undefined;
  readonly sentenceLength: number;
  readonly fragments: boolean;
}

export function storyLines(story: StoryCard, words: Words, look: StoryLook): string {
  const number = look.number === undefined ? '' : `${look.number}\\. `;
  const headline = `**${number}${link(story.headline, story.url, 200)}**`;
  const facts = subtext(
    look.mark && `**${look.mark}**`,
    sourceNames(story.sources, 3),
    ago(story.lastAt),
    ...labels(story.labels, words),
  );
  const sentences = look.sentences.map((sentence) =>
    renderSentence(sentence, { cites: 2, fragments: look.fragments, sentenceLength: look.sentenceLength }),
  );
  return [headline, facts, ...sentences].filter((line) => line !== '').join('\n');
}
