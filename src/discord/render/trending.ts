// /trending: a chart of the words that grew, the words, and the stories behind them. The text says it all without the chart.

import type { BarChart } from '../../pictures/bar-chart.ts';
import type { TrendingAnswer, TrendingStory } from '../../stories/answer.ts';
import type { WordTrend } from '../../trends/trend.ts';
import type { Words } from '../../words.ts';
import { firstThatFits } from './bound.ts';
import { clip, escapeText, plainText } from './escape.ts';
import { link } from './link.ts';
import { ago, type Message, message, type Part, pictureShown, selectRow, separator, subtext, text } from './message.ts';
import { sourceNames, unsaid } from './words-of.ts';

const CHART = 'trending.png';
/** Discord's documented limit of a picture's description. */
const ALT_MAX = 1024;

interface Detail {
  readonly titleLength: number;
  readonly along: number;
  readonly names: number;
}

/** Richest first; what does not fit into a message is told with less. */
const DETAILS: readonly Detail[] = [
  { titleLength: 200, along: 3, names: 4 },
  { titleLength: 140, along: 2, names: 3 },
  { titleLength: 100, along: 1, names: 0 },
  { titleLength: 0, along: 0, names: 0 },
];

/** `picture`: the chart (chartOf), where one could be drawn. */
export function renderTrending(answer: TrendingAnswer, words: Words, picture: Uint8Array | undefined): Message {
  if (answer.words.length === 0 && answer.stories.length === 0) return renderNothing(answer, words);
  const shown = firstThatFits(DETAILS.map((detail) => () => render(answer, words, picture !== undefined, detail)));
  if (picture === undefined) return shown;
  return { ...shown, files: [{ name: CHART, bytes: picture }] };
}

function renderNothing({ since, topic }: TrendingAnswer, words: Words): Message {
  const { say } = words;
  const about = say(topic === undefined ? 'trending.none' : 'trending.noneInTopic', { since: say(`since.${since}`) });
  return message([text(titleLine(topic, words), subtext(say(`since.${since}`))), text(about)]);
}

function titleLine(topic: string | undefined, { say }: Words): string {
  return `## ${say('trending.title')}${topic === undefined ? '' : `: ${escapeText(topic, 150)}`}`;
}

/** undefined where there are no words to draw. */
export function chartOf({ words: trends, usualDays }: TrendingAnswer, { say }: Words): BarChart | undefined {
  if (trends.length === 0) return undefined;
  const bars = trends.map((trend) => ({
    label: plainText(trend.word, 60),
    value: trend.reports,
    base: trend.usual,
    note: amount(trend, usualDays),
  }));
  const legend = { base: say('trending.usual'), more: say('trending.beyond') };
  // Where all is new, there is one colour, and nothing to tell apart.
  return { bars, legend: usualDays > 0 && bars.some(({ base }) => base > 0) ? legend : undefined };
}

function render(answer: TrendingAnswer, words: Words, hasPicture: boolean, detail: Detail): Message {
  const { say } = words;
  const { usualDays } = answer;
  const heading = text(
    titleLine(answer.topic, words),
    subtext(say(`since.${answer.since}`), usualDays === 0 ? undefined : say('trending.compared', { count: usualDays })),
    usualDays === 0 ? say('trending.unknown', { since: say(`since.${answer.since}`) }) : undefined,
  );
  const chart = hasPicture ? [pictureShown(CHART, altText(answer, words))] : [];
  return message([heading, ...chart, ...wordParts(answer, words, detail), ...storyParts(answer, words, detail)], {
    rows: [
      selectRow(
        'pick',
        say('topic.pick'),
        answer.stories.map(({ headline, ref, sources }) => ({
          label: headline,
          value: ref,
          description: sources.join(', '),
        })),
      ),
    ],
  });
}

function wordParts({ words: trends, usualDays }: TrendingAnswer, words: Words, { along }: Detail): Part[] {
  if (trends.length === 0) return [];
  const lines = trends.map((trend, i) => {
    const others = trend.along.slice(0, along).map((word) => escapeText(word, 60));
    const rest = others.length === 0 ? '' : ` (${others.join(', ')})`;
    return `${i + 1}\\. **${escapeText(trend.word, 80)}** ${amount(trend, usualDays)}${rest}`;
  });
  const hint = usualDays === 0 ? 'trending.countedMost' : 'trending.counted';
  return [text(`**${words.say('trending.words')}**`, ...lines, subtext(words.say(hint)))];
}

function storyParts({ stories, usualDays }: TrendingAnswer, words: Words, detail: Detail): Part[] {
  if (stories.length === 0) return [];
  const heading = text(`**${words.say('trending.stories')}**`);
  const lines = stories.map((story, i) => {
    const grown = usualDays === 0 ? '' : ` ${story.isNew ? words.say('trending.new') : `+${whole(story.growth)}`}`;
    return text(`**${i + 1}\\. ${titleOf(story, detail)}**${grown}`, ...storyFacts(story, words, detail));
  });
  return [separator(), heading, ...lines];
}

function titleOf({ headline, url }: TrendingStory, { titleLength }: Detail): string {
  return titleLength === 0 ? escapeText(headline, 80) : link(headline, url, titleLength);
}

/** So many sources count themselves. */
const NAMED = 3;

function storyFacts(story: TrendingStory, words: Words, { names }: Detail): string[] {
  const sources = story.sources.length;
  const count = sources > NAMED ? words.say('count.sources', { count: sources }) : undefined;
  const about = unsaid(story.names, story.headline).slice(0, names);
  return [
    subtext(count, sourceNames(story.sources, NAMED), ago(story.lastAt)),
    subtext(...about.map((name) => escapeText(name, 60))),
  ];
}

function altText({ words: trends, usualDays }: TrendingAnswer, words: Words): string {
  const said = trends.map((trend) => `${plainText(trend.word, 60)} ${amount(trend, usualDays)}`);
  return clip(words.say(usualDays === 0 ? 'trending.altMost' : 'trending.alt', { words: said.join(', ') }), ALT_MAX);
}

/** "+5"; where the usual is not known, the count itself. */
function amount({ growth, reports }: WordTrend, usualDays: number): string {
  return usualDays === 0 ? String(reports) : `+${whole(growth)}`;
}

function whole(growth: number): number {
  return Math.max(1, Math.round(growth));
}
