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
  /** Longest address that opens an article at its sentence. */
  readonly fragments: number;
  readonly titleLength: number;
  /** How many of the other articles are linked under it. */
  readonly more: number;
}

export function storyLines(story: StoryCard, words: Words, look: StoryLook): string {
  const number = look.number === undefined ? '' : `${look.number}\\. `;
  const headline = `**${number}${link(story.headline, story.url, look.titleLength)}**`;
  const more = moreLine(story, words, look.more);
  const mark = look.mark && `**${look.mark}**`;
  const facts = subtext(
    mark,
    ...sourceFacts(story, more !== '', words),
    ago(story.lastAt),
    ...labels(story.labels, words),
  );
  const sentences = look.sentences.map((sentence) =>
    renderSentence(sentence, { cites: 2, fragments: look.fragments, sentenceLength: look.sentenceLength }),
  );
  return [headline, facts, ...sentences, more].filter((line) => line !== '').join('\n');
}

/** Where a line names the others, the one behind the headline and their number are enough. */
function sourceFacts({ sources }: StoryCard, areNamed: boolean, words: Words): string[] {
  if (!areNamed || sources.length < 2) return [sourceNames(sources, 3)];
  return [sourceNames(sources.slice(0, 1), 1), words.say('count.sources', { count: sources.length })];
}

/** Where else it is told: one link for each publisher, under its name. */
function moreLine({ articles, sources, url }: StoryCard, words: Words, most: number): string {
  const lead = articles.find((article) => article.url === url) ?? articles[0];
  // Whoever only printed another's text is not among the sources.
  const others = articles.filter(
    ({ source, url: to }) => source !== lead?.source && to !== undefined && sources.includes(source),
  );
  const perSource = [...new Map(others.map((article) => [article.source, article])).values()];
  if (perSource.length === 0 || most === 0) return '';
  const shown = perSource.slice(0, most).map((article) => link(article.source, article.url, 60));
  const folded = perSource.length - shown.length;
  return subtext(`${words.say('topic.more')} ${shown.join(' · ')}${folded > 0 ? ` +${folded}` : ''}`);
}
