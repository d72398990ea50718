// /topics test: what a topic matches and nearly matches, and why.

import type { Fact, FoundWord, Gap, TestedArticle, TopicTest } from '../../topics/topic-test.ts';
import type { Words } from '../../words.ts';
import { customId } from '../custom-id.ts';
import { firstThatFits } from './bound.ts';
import { escapeText } from './escape.ts';
import { link } from './link.ts';
import { ago, button, type Message, message, row, subtext, text } from './message.ts';
import { pageButtons, pageFact, pageOf } from './pager.ts';
import { languageNames } from './words-of.ts';

const PAGE = 6;

/** The two halves of the answer. */
export const HALVES = ['matched', 'near'] as const;
export type Half = (typeof HALVES)[number];

export interface TopicTestLook {
  readonly half: Half;
  readonly page: number;
}

export function renderTopicTest(test: TopicTest, words: Words, look: TopicTestLook): Message {
  return firstThatFits([200, 100, 60].map((titleLength) => () => render(test, words, look, titleLength)));
}

function render(test: TopicTest, words: Words, { half, page: wanted }: TopicTestLook, titleLength: number): Message {
  const { say } = words;
  const page = pageOf(test[half], wanted, PAGE);
  const heading = text(
    `## ${say('topics.test.title', { name: escapeText(test.topic.name, 100) })}`,
    subtext(countOf(test, half, words), say('since.7d'), pageFact(page, words)),
  );
  const entries = page.items.map((one, i) => text(entry(one, page.first + i, words, titleLength)));
  const none = text(say(`topics.test.${half}None`));
  const idOf = (of: Half, to: number): string => customId('topic-test', of, to, test.topic.id);
  const other = half === 'matched' ? 'near' : 'matched';
  const others = countOf(test, other, words);
  return message([heading, ...(entries.length > 0 ? entries : [none])], {
    rows: [
      pageButtons(page, words, (to) => idOf(half, to)),
      row(
        others === undefined ? undefined : button(others, idOf(other, 0)),
        button(say('topics.form.edit'), customId('edit-topic', test.topic.id)),
      ),
    ],
  });
}

/** None: said in words below, and nothing to lead to. */
function countOf(test: TopicTest, half: Half, { say }: Words): string | undefined {
  return test[half].length === 0 ? undefined : say(`topics.test.${half}`, { count: test[half].length });
}

function entry(tested: TestedArticle, number: number, words: Words, titleLength: number): string {
  const { say } = words;
  // Only words are weighed.
  const isWeighed = tested.found.length > 0;
  const score = isWeighed
    ? say('topics.test.score', { score: words.number(Math.round(tested.score * 10) / 10) })
    : undefined;
  const others = tested.others === 0 ? undefined : `+${say('count.articles', { count: tested.others })}`;
  const there = isWeighed ? [foundText(tested.found, words)] : tested.fits.map((fact) => factText(fact, words));
  return [
    `**${number}\\. ${link(tested.title, tested.url, titleLength)}**`,
    subtext(escapeText(tested.source, 60), ago(tested.at), score, others),
    [...tested.gaps.map((gap) => gapText(gap, words)), ...there].join(' · '),
  ].join('\n');
}

const MOST_WORDS = 4;

function foundText(found: readonly FoundWord[], words: Words): string {
  const shown = found.slice(0, MOST_WORDS).map((one) => wordText(one, words));
  const more = found.length - shown.length;
  const list = words.list(more > 0 ? [...shown, words.say('count.more', { count: more })] : shown);
  return words.say('topics.test.has', { words: list });
}

function wordText({ word, title, text: inText }: FoundWord, { say }: Words): string {
  const shown = marked(word);
  if (title === 0) return say('topics.test.times', { word: shown, count: inText });
  return inText === 0
    ? say('topics.test.inTitle', { word: shown })
    : say('topics.test.inBoth', { word: shown, count: inText });
}

const FACTS = { source: 'isFrom', lang: 'isIn', since: 'isSince' } as const;

function factText({ kind, words: names }: Fact, words: Words): string {
  return words.say(`topics.test.${FACTS[kind]}`, { words: listed(named(kind, names, words), words) });
}

function gapText({ kind, words: names }: Gap, words: Words): string {
  const list = listed(named(kind, names, words), words);
  if (kind === 'lacks' || kind === 'lacksInTitle')
    return words.say(`topics.test.${kind}`, { words: list, count: names.length });
  return words.say(`topics.test.${kind}`, { words: list });
}

function named(kind: Gap['kind'], names: readonly string[], words: Words): readonly string[] {
  return kind === 'lang' || kind === 'excludedLang' ? languageNames(names, words) : names;
}

function listed(names: readonly string[], words: Words): string {
  const shown = names.slice(0, MOST_WORDS).map(marked);
  const more = names.length - shown.length;
  return [...shown, ...(more > 0 ? [words.say('count.more', { count: more })] : [])].join(', ');
}

function marked(word: string): string {
  return `*${escapeText(word, 40)}*`;
}
