// /summary: the title, where it is from and when, quoted sentences with their [n], the sources behind them.

import type { AnswerSentence, CitedArticle, SummaryAnswer } from '../../summaries/answer.ts';
import type { Words } from '../../words.ts';
import { customId } from '../custom-id.ts';
import { firstThatFits } from './bound.ts';
import { escapeText } from './escape.ts';
import { citeLink, link } from './link.ts';
import { ago, button, type Message, message, row, separator, subtext, text } from './message.ts';
import { storyRows } from './story-change.ts';
import { labels, sourceNames } from './words-of.ts';

export interface SummaryLook {
  /** Only the asker sees it, so it can be shared. */
  readonly private: boolean;
  /** The mention of whoever shared it. */
  readonly sharedBy?: string | undefined;
}

/** How much is shown: an answer that does not fit is told with less, step by step. */
interface Detail {
  readonly sources: number;
  readonly cites: number;
  /** Addresses that open the article at the sentence: up to so long; a longer one opens its page. */
  readonly fragments: number;
  readonly sentences: number;
  readonly sentenceLength: number;
}

const DETAILS: readonly Detail[] = [
  { sources: 5, cites: 3, fragments: 700, sentences: 20, sentenceLength: 1500 },
  { sources: 5, cites: 1, fragments: 700, sentences: 20, sentenceLength: 900 },
  { sources: 5, cites: 1, fragments: 250, sentences: 20, sentenceLength: 900 },
  { sources: 3, cites: 1, fragments: 0, sentences: 20, sentenceLength: 600 },
  { sources: 3, cites: 1, fragments: 0, sentences: 5, sentenceLength: 400 },
  { sources: 0, cites: 0, fragments: 0, sentences: 4, sentenceLength: 400 },
];

export function renderSummary(answer: SummaryAnswer, words: Words, look: SummaryLook): Message {
  return firstThatFits(DETAILS.map((detail) => () => render(answer, words, look, detail)));
}

function render(answer: SummaryAnswer, words: Words, look: SummaryLook, detail: Detail): Message {
  const shown = answer.sentences.slice(0, detail.sentences);
  const cut = answer.sentences.length - shown.length;
  const sentences = shown.map((sentence) => text(renderSentence(sentence, detail)));
  const sources = renderSources(answer.articles, words, detail);
  return message(
    [
      text(`### ${link(answer.title, answer.url, 250)}`, facts(answer, words), storyFacts(answer, words)),
      ...(sentences.length > 0 ? sentences : [text(words.say('summary.noText'))]),
      ...(cut > 0 ? [text(subtext(words.say('summary.cut', { count: cut })))] : []),
      ...(sources.length > 0 ? [separator(), text(...sources)] : []),
      ...(look.sharedBy ? [text(subtext(words.say('summary.sharedBy', { person: look.sharedBy })))] : []),
    ],
    { rows: [buttons(answer, words, look)] },
  );
}

function facts(answer: SummaryAnswer, words: Words): string {
  return subtext(
    sourceNames(distinctSources(answer.articles), 2),
    answer.story === undefined ? ago(answer.time) : undefined,
    words.say('summary.reading', { minutes: words.number(answer.readingMinutes) }),
    ...labels(answer.labels, words),
  );
}

/** Of a story: how large it is, when it was told first and last. */
function storyFacts({ story }: SummaryAnswer, { say }: Words): string {
  if (story === undefined) return '';
  const { sources, articles, firstAt, lastAt } = story;
  return subtext(
    say('count.sources', { count: sources }),
    say('count.articles', { count: articles }),
    say('story.first', { time: ago(firstAt) ?? '' }),
    lastAt === firstAt ? undefined : say('story.last', { time: ago(lastAt) ?? '' }),
  );
}

export function distinctSources(articles: readonly CitedArticle[]): string[] {
  return [...new Set(articles.map(({ source }) => source))];
}

export function renderSentence(sentence: AnswerSentence, detail: Omit<Detail, 'sources' | 'sentences'>): string {
  const cites = sentence.cites.slice(0, detail.cites).map(({ n, url }) => citeLink(n, url, detail.fragments));
  return [escapeText(sentence.text, detail.sentenceLength), cites.join('')].filter((part) => part !== '').join(' ');
}

/** Where the title's own link is the only source, a list of one would say it twice. */
function renderSources(articles: readonly CitedArticle[], words: Words, detail: Detail): string[] {
  if (articles.length < 2) return [];
  const lines = articles.slice(0, detail.sources).map((article) => sourceLine(article, words));
  const folded = articles.length - lines.length;
  return folded > 0 ? [...lines, subtext(words.say('summary.moreSources', { count: folded }))] : lines;
}

function sourceLine(article: CitedArticle, words: Words): string {
  const name = `${article.n}\\. ${escapeText(article.source, 60)}: ${link(article.title, article.url, 120)}`;
  return subtext(name, ago(article.publishedAt), coverageLabel(article, words));
}

function coverageLabel({ coverage }: CitedArticle, words: Words): string | undefined {
  return coverage === 'full' ? undefined : words.say(`label.${coverage}`);
}

function buttons(answer: SummaryAnswer, words: Words, look: SummaryLook) {
  const { say } = words;
  return row(
    answer.shorter && button(say('button.shorter'), customId('summary', answer.shorter, answer.ref)),
    answer.longer && button(say('button.longer'), customId('summary', answer.longer, answer.ref)),
    hasSources(answer) ? button(say('button.sources'), customId('cited', answer.ref)) : undefined,
    answer.story && button(say('button.timeline'), customId('timeline', answer.ref)),
    look.private ? button(say('button.share'), customId('share', answer.length, answer.ref)) : undefined,
  );
}

function hasSources({ articles, takenOut = [] }: SummaryAnswer): boolean {
  return articles.length > 1 || takenOut.length > 0;
}

/** Every source behind an answer, for the button Sources. Who manages the server may say what does not belong. */
export function renderCited(answer: SummaryAnswer, words: Words, mayManage: boolean): Message {
  const rows = mayManage ? storyRows(answer, words) : [];
  return firstThatFits(
    [25, 15, 10, 4].map((most) => () => {
      const lines = answer.articles.slice(0, most).map((article) => sourceLine(article, words));
      const folded = answer.articles.length - lines.length;
      const more = folded > 0 ? subtext(words.say('count.more', { count: folded })) : undefined;
      const heading = [subtext(link(answer.title, answer.url, 250)), storyFacts(answer, words)];
      return message([text(`### ${words.say('summary.sources')}`, ...heading), text(...lines, more)], { rows });
    }),
  );
}
