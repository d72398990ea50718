// /search: ranked hits, each with the piece of its text that matched.

import { HITS_A_PAGE, type SearchAnswer, type SearchHit } from '../../stories/answer.ts';
import type { Words } from '../../words.ts';
import { customId } from '../custom-id.ts';
import { firstThatFits } from './bound.ts';
import { cleanLine, clip, escapeText } from './escape.ts';
import { link } from './link.ts';
import { ago, type Message, message, selectRow, subtext, text } from './message.ts';
import { pageButtons, pageFact, pageOf } from './pager.ts';
import { labels, sourceNames } from './words-of.ts';

/** "search:99:" takes 10 of the 100 characters of a button. */
export const QUERY_MAX = 90;

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
  const heading = text(
    `## ${say('search.title', { query: escapeText(asked, 150) })}`,
    subtext(say('search.hits', { count: answer.hits.length }), pageFact(page, words)),
    answer.corrected === undefined
      ? undefined
      : say('search.corrected', { query: escapeText(answer.query, 150), corrected: escapeText(asked, 150) }),
    answer.archive ? subtext(say('search.archive')) : undefined,
  );
  const hits = page.items.map((hit, i) => text(hitLines(hit, page.first + i, words, snippetLength)));
  return message([heading, ...hits], {
    rows: [
      selectRow(
        'pick',
        say('topic.pick'),
        page.items.map(({ ref, title, source }) => ({ label: title, value: ref, description: source })),
      ),
      pageButtons(page, words, (to) => customId('search', to, look.asked.slice(0, QUERY_MAX))),
    ],
  });
}

function hitLines(hit: SearchHit, number: number, words: Words, snippetLength: number): string {
  const title = snippetLength === 0 ? escapeText(hit.title, 100) : link(hit.title, hit.url, 200);
  const sources = hit.sources.length > 0 ? hit.sources : [hit.source];
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
