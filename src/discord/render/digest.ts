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

export function renderDigest(view: DigestView, words: Words, look: DigestLook): Message[] {
  const pages = intoPages(heading(view, words, look), storyParts(view, words));
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
      ping,
      `## ${escapeText(view.name, 200)}`,
      subtext(moment(view.at), topics, view.late ? say('digest.late') : undefined),
    ),
  ];
}

function storyParts(view: DigestView, words: Words): Part[] {
  if (view.stories.length === 0) return [text(words.say('digest.empty'))];
  return view.stories.map((story) => text(digestStory(story, words, view)));
}

/** A story longer than a page is told without the long addresses, and at last without its sentences. */
function digestStory(story: DigestStory, words: Words, view: DigestView): string {
  const mark = story.update ? words.say('digest.update') : undefined;
  const sentences = view.style === 'headlines' ? [] : story.sentences;
  const look = { number: undefined, mark, sentences, fragments: true, sentenceLength: 500, more: 4, titleLength: 200 };
  const tries = [
    look,
    { ...look, fragments: false, sentenceLength: 400 },
    { ...look, fragments: false, sentences: sentences.slice(0, 1), sentenceLength: 300, more: 0 },
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
