// /summary: the title, where it is from and when, quoted sentences with their [n], the sources behind them.

import type { AnswerSentence, CitedArticle, SummaryAnswer } from '../../summaries/answer.ts';
import type { Words } from '../../words.ts';
import { customId } from '../custom-id.ts';
import { firstThatFits } from './bound.ts';
import { escapeText } from './escape.ts';
import { citeLink, link, pictureUrl, safeUrl } from './link.ts';
import {
  ago,
  button,
  type Message,
  message,
  type Part,
  row,
  section,
  separator,
  subtext,
  text,
  thumbnail,
} from './message.ts';
import { pageButtons, pageFact, pageOf } from './pager.ts';
import { storyRows } from './story-change.ts';
import { labels, sourceNames, unsaid } from './words-of.ts';

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
      heading(answer, words),
      ...(sentences.length > 0 ? sentences : [text(words.say('summary.noText'))]),
      ...(cut > 0 ? [text(subtext(words.say('summary.cut', { count: cut })))] : []),
      ...(sources.length > 0 ? [separator(), text(...sources)] : []),
      ...(look.sharedBy ? [text(subtext(words.say('summary.sharedBy', { person: look.sharedBy })))] : []),
    ],
    { rows: [buttons(answer, words, look), answer.hasNews ? newsRow(answer, words) : undefined] },
  );
}

function heading(answer: SummaryAnswer, words: Words): Part {
  const title = `### ${link(answer.title, answer.url, 250)}`;
  const lines = text(title, facts(answer, words), aboutLine(answer, words));
  const picture = pictureUrl(answer.picture?.url);
  if (picture === undefined) return lines;
  return section(lines, thumbnail(picture, words.say('story.picture', { source: answer.picture?.source ?? '' })));
}

/** A story's tellers are counted here and named under its sentences. */
function facts(answer: SummaryAnswer, words: Words): string {
  const one = [sourceNames(distinctSources(answer.articles), 2), ago(answer.time)];
  const minutes = answer.readingMinutes;
  const reading = minutes === 0 ? undefined : words.say('summary.reading', { minutes: words.number(minutes) });
  const size = hasSeveral(answer) ? storyFacts(answer, words) : one;
  return subtext(...size, reading, ...labels(answer.labels, words));
}

function hasSeveral({ story }: SummaryAnswer): boolean {
  return story !== undefined && story.articles > 1;
}

/** Of a story: how large it is and how it grows, when it was told first and last. */
function storyFacts(answer: SummaryAnswer, { say }: Words): (string | undefined)[] {
  if (answer.story === undefined || !hasSeveral(answer)) return [];
  const { sources, articles, copies, grown, firstAt, lastAt } = answer.story;
  return [
    say('count.sources', { count: sources }),
    say('count.articles', { count: articles }),
    copies === 0 ? undefined : say('story.copies', { count: copies }),
    grown === 0 ? undefined : say('story.grown', { count: grown }),
    say('story.first', { time: ago(firstAt) ?? '' }),
    lastAt === firstAt ? undefined : say('story.last', { time: ago(lastAt) ?? '' }),
  ];
}

/** What of its main names and words the headline does not say, and the topics that it is in. */
function aboutLine({ story, title }: SummaryAnswer, words: Words): string {
  const names = unsaid(story?.names ?? [], title).slice(0, 4);
  return subtext(namesFact('story.names', names, words), namesFact('story.topics', story?.topics, words));
}

const MOST_NAMES = 8;

function namesFact(key: 'story.names' | 'story.topics', names: readonly string[] = [], { say }: Words) {
  return names.length === 0 ? undefined : say(key, { names: sourceNames(names, MOST_NAMES) });
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
  return folded > 0 ? [...lines, subtext(words.say('summary.moreArticles', { count: folded }))] : lines;
}

/** An address that is longer is left out. */
export function sourceLine(article: CitedArticle, words: Words, longest = 700): string {
  const url = safeUrl(article.url, longest);
  const name = `${article.n}\\. ${escapeText(article.source, 60)}: ${link(article.title, url, 120)}`;
  const copy = article.isCopy ? words.say('story.copy') : undefined;
  return subtext(name, ago(article.publishedAt), coverageLabel(article, words), copy);
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
    hasSeveral(answer) ? button(say('button.timeline'), customId('timeline', answer.ref)) : undefined,
    look.private ? button(say('button.share'), customId('share', answer.length, answer.ref)) : undefined,
  );
}

function newsRow({ ref }: SummaryAnswer, { say }: Words) {
  return row(button(say('button.news'), customId('news', ref)));
}

function hasSources({ articles, takenOut = [] }: SummaryAnswer): boolean {
  return articles.length > 1 || takenOut.length > 0;
}

const SOURCES_A_PAGE = 10;

export interface CitedLook {
  /** Who manages the server may say what does not belong. */
  readonly mayManage: boolean;
  readonly page: number;
}

/** Every article behind an answer, for the button Sources. */
export function renderCited(answer: SummaryAnswer, words: Words, { mayManage, page: wanted }: CitedLook): Message {
  const page = pageOf(answer.articles, wanted, SOURCES_A_PAGE);
  const rows = mayManage ? storyRows({ ...answer, articles: page.items }, words) : [];
  const pages = pageButtons(page, words, (to) => customId('cited', answer.ref, to));
  const names = subtext(namesFact('story.names', answer.story?.names, words));
  const size = subtext(...storyFacts(answer, words), pageFact(page, words));
  const heading = text(
    `### ${words.say('summary.sources')}`,
    subtext(link(answer.title, answer.url, 250)),
    size,
    names,
  );
  return firstThatFits(
    [700, 200, 0].map((most) => () => {
      const lines = page.items.map((article) => sourceLine(article, words, most));
      return message([heading, text(...lines)], { rows: [...rows, pages] });
    }),
  );
}
