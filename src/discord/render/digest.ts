// A digest: what is new, in as many messages as it takes. Every one carries the key of its run, by which it is found again.

import type { DigestStory, DigestView } from '../../digests/digest-view.ts';
import type { Words } from '../../words.ts';
import { customId } from '../custom-id.ts';
import { componentCount, textLength } from './bound.ts';
import { escapeText } from './escape.ts';
import { button, LIMITS, type Message, message, moment, type Part, row, separator, subtext, text } from './message.ts';
import { storyLines } from './story-lines.ts';
import { sourceNames } from './words-of.ts';

export interface DigestLook {
  /** Without the sound and badge of a notification. */
  readonly silent: boolean;
  /** Shown to the asker alone: it says so and pings nobody. */
  readonly preview?: boolean;
  /** Mention of the command that shows the rest. */
  readonly latest?: string;
}

/** Room that a page keeps for what stands around its stories: container, row, button, and the last line. */
const MARGIN = { text: 200, components: 6 };

interface Detail {
  /** Longest address that opens an article at its sentence. */
  readonly fragments: number;
  /** Links to other articles of a story. */
  readonly more: number;
}

/** Richest first; with less, a digest may need fewer messages. */
const DETAILS: readonly Detail[] = [
  { fragments: 700, more: 4 },
  { fragments: 200, more: 4 },
  { fragments: 120, more: 3 },
  { fragments: 0, more: 2 },
];

export function renderDigest(view: DigestView, words: Words, look: DigestLook): Message[] {
  const head = heading(view, words, look);
  const pages = fewestPages(DETAILS.map((detail) => () => intoPages(head, storyParts(view, words, detail))));
  return pages.map((parts, i) => {
    const isLast = i === pages.length - 1;
    const more = isLast ? moreLine(view, words, look) : [];
    return message([...parts, ...more], {
      rows: [row(button(words.say('button.why'), customId('digest', i, view.runKey)))],
      silent: look.silent,
      pingRoleId: i === 0 && !look.preview ? view.pingRoleId : undefined,
    });
  });
}

function heading(view: DigestView, words: Words, look: DigestLook): Part[] {
  const { say } = words;
  const ping = view.pingRoleId !== undefined && !look.preview ? `<@&${view.pingRoleId}>` : undefined;
  const topics = view.topics.length > 0 ? sourceNames(view.topics, 5) : say('digest.everything');
  return [
    text(
      look.preview ? subtext(say('digest.preview')) : undefined,
      look.preview && view.sample ? subtext(say('digest.sample')) : undefined,
      ping,
      `## ${escapeText(view.name, 200)}`,
      subtext(moment(view.at), topics, view.late ? say('digest.late') : undefined),
    ),
  ];
}

/** The richest of the layouts that take the fewest messages. */
function fewestPages(layouts: readonly (() => Part[][])[]): Part[][] {
  let best: Part[][] | undefined;
  for (const layout of layouts) {
    const pages = layout();
    if (best === undefined || pages.length < best.length) best = pages;
    if (best.length === 1) break;
  }
  return best ?? [];
}

function storyParts(view: DigestView, words: Words, detail: Detail): Part[] {
  if (view.stories.length === 0) return [text(words.say('digest.empty'))];
  return view.stories.map((story) => text(digestStory(story, { words, style: view.style, detail })));
}

interface Telling {
  readonly words: Words;
  readonly style: DigestView['style'];
  readonly detail: Detail;
}

/** A story that would take half a page is told shorter, and at last without its sentences. */
function digestStory(story: DigestStory, { words, style, detail }: Telling): string {
  const mark = story.update ? words.say('digest.update') : undefined;
  const sentences = style === 'headlines' ? [] : story.sentences;
  const look = { number: undefined, mark, sentences, sentenceLength: 500, titleLength: 200, ...detail };
  const tries = [
    look,
    { ...look, fragments: 0, sentenceLength: 400 },
    { ...look, fragments: 0, sentences: sentences.slice(0, 1), sentenceLength: 300, more: 0 },
  ];
  const texts = tries.map((one) => storyLines(story, words, one));
  const short = { ...look, sentences: [], more: 0 };
  return texts.find((one) => one.length <= 1800) ?? storyLines({ ...story, url: undefined }, words, short);
}

function moreLine(view: DigestView, words: Words, look: DigestLook): Part[] {
  if (view.more === 0) return [];
  return [
    separator(),
    text(subtext(words.say('digest.more', { count: view.more, command: look.latest ?? '`/latest`' }))),
  ];
}

/** Whole stories, in order, each page within Discord's limits. */
function intoPages(head: readonly Part[], stories: readonly Part[]): Part[][] {
  const pages: Part[][] = [[...head]];
  for (const story of stories) {
    const page = pages.at(-1) as Part[];
    const grown = [...page, story];
    const isFull =
      textLength(grown) > LIMITS.text - MARGIN.text || componentCount(grown) > LIMITS.components - MARGIN.components;
    if (isFull && page.length > 0) pages.push([story]);
    else page.push(story);
  }
  return pages;
}
