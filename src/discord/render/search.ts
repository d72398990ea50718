// /search: ranked hits, each with the piece of its text that matched.

import { HITS_A_PAGE, type SearchAnswer, type SearchHit } from '../../stories/answer.ts';
import type { Words } from '../../words.ts';
import { argsOf, customId } from '../custom-id.ts';
import { firstThatFits } from './bound.ts';
import { cleanLine, clip, escapeText } from './escape.ts';
import { link } from './link.ts';
import { ago, type Message, message, selectRow, subtext, text } from './message.ts';
import { pageButtons, pageFact, pageOf } from './pager.ts';
import { labels, sourceNames } from './words-of.ts';

/** "search:99:" takes 10 of the 100 characters of a button; what is longer goes on in the select beside it. */
const HEAD_MAX = 90;
export const QUERY_MAX = 180;

export interface SearchLook {
  /** What was typed, which the page buttons ask again. */
  readonly asked: string;
  readonly page: number;
}

export function renderSearch(answer: SearchAnswer, words: Words, look: SearchLook): Message {
  return firstThatFits([300, 160, 60, 0].map((most) => () => render(answer, words, look, most)));
}

function render(answer: SearchAnswer, words: Words, look: SearchLook, snippetLength: number): Message {
  const { say } = words;
  const page = pageOf(answer.hits, look.page, HITS_A_PAGE);
  const asked = answer.corrected ?? answer.query;
  const [head, tail] = inTwo(look.asked);
  const heading = text(
    `## ${say('search.title', { query: escapeText(asked, 200) })}`,
    subtext(say('search.hits', { count: answer.hits.length }), pageFact(page, words)),
    answer.corrected === undefined
      ? undefined
      : say('search.corrected', { query: escapeText(answer.query, 200), corrected: escapeText(asked, 200) }),
    answer.archive ? subtext(say('search.archive')) : undefined,
  );
  const hits = page.items.map((hit, i) => text(hitLines(hit, page.first + i, words, snippetLength)));
  return message([heading, ...hits], {
    rows: [
      selectRow(
        tail === '' ? 'pick' : customId('pick', tail),
        say('topic.pick'),
        page.items.map(({ ref, title, source }) => ({ label: title, value: ref, description: source })),
      ),
      pageButtons(page, words, (to) => customId('search', to, head)),
    ],
  });
}

/** A character is not halved, and no id ends in a blank. */
function inTwo(asked: string): readonly [string, string] {
  const query = asked.replace(/\s+/g, ' ').trim().slice(0, QUERY_MAX);
  const head = query.slice(0, HEAD_MAX).replace(/(?: |[\ud800-\udbff])$/, '');
  return query.length <= HEAD_MAX ? [query, ''] : [head, query.slice(head.length).toWellFormed()];
}

/** What was asked, from the id of a page button and those that stand beside it. */
export function readSearchAsked(id: string, beside: readonly string[]): SearchLook {
  const [page, head = ''] = argsOf(id, 2);
  const [tail = ''] = argsOf(beside.find((one) => one.startsWith('pick:')) ?? '', 1);
  return { asked: head + tail, page: Number(page) };
}

function hitLines(hit: SearchHit, number: number, words: Words, snippetLength: number): string {
  const title = snippetLength === 0 ? escapeText(hit.title, 100) : link(hit.title, hit.url, 200);
  // The one behind the headline first: it is whose words are shown.
  const sources = [hit.source, ...hit.sources.filter((name) => name !== hit.source)];
  return [
    `**${number}\\. ${title}**`,
    subtext(sourceNames(sources, 2), ago(hit.at), ...labels(hit.labels, words)),
    snippetLength === 0 ? '' : markHits(hit.snippet, snippetLength),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** The words that matched in bold; each part is cut and escaped by itself, so that no mark is ever left open. */
function markHits(snippet: SearchHit['snippet'], max: number): string {
  let left = max;
  let shown = '';
  for (const part of snippet) {
    if (left <= 0) return `${shown}…`;
    const line = cleanLine(part.text, left);
    const piece = escapeText(clip(line, left));
    left -= line.length;
    shown += edge(part.text, /^\s/) + (part.hit && piece !== '' ? `**${piece}**` : piece) + edge(part.text, /\s$/);
  }
  return shown.replace(/ {2,}/g, ' ').trim();
}

/** Cleaning trims; the space between two parts must stay. */
function edge(part: string, pattern: RegExp): string {
  return pattern.test(part) ? ' ' : '';
}
