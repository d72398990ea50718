// The button "New since you last looked": quoted sentences that say what was not known then, and the articles behind them.

import type { NewsAnswer } from '../../summaries/answer.ts';
import type { Words } from '../../words.ts';
import { firstThatFits } from './bound.ts';
import { link } from './link.ts';
import { ago, type Message, message, separator, subtext, text } from './message.ts';
import { renderSentence, sourceLine } from './summary.ts';

interface Detail {
  readonly sentenceLength: number;
  readonly fragments: number;
  readonly articles: number;
}

const DETAILS: readonly Detail[] = [
  { sentenceLength: 900, fragments: 700, articles: 5 },
  { sentenceLength: 500, fragments: 200, articles: 5 },
  { sentenceLength: 300, fragments: 0, articles: 3 },
  { sentenceLength: 300, fragments: 0, articles: 0 },
];

export function renderNews(answer: NewsAnswer, words: Words): Message {
  return firstThatFits(DETAILS.map((detail) => () => render(answer, words, detail)));
}

function render({ title, url, since, sentences, articles }: NewsAnswer, words: Words, detail: Detail): Message {
  const { say } = words;
  const heading = text(`### ${say('button.news')}`, subtext(link(title, url, 250), ago(since)));
  if (sentences.length === 0)
    return message([heading, text(say(since === undefined ? 'story.firstLook' : 'story.nothingNew'))]);
  const said = sentences.map((sentence) => text(renderSentence(sentence, { ...detail, cites: 2 })));
  const behind = articles.slice(0, detail.articles).map((article) => sourceLine(article, words));
  return message([heading, ...said, ...(behind.length > 0 ? [separator(), text(...behind)] : [])]);
}
