// The piece of a text in which most of the asked words stand, with those words marked.

import { splitSentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { analyse, guessLanguage, type Term } from '../text/terms.ts';

export interface SnippetPart {
  readonly text: string;
  readonly hit: boolean;
}

/** What is marked: these terms wherever they stand, those of a phrase where they stand in a row. */
export interface Marks {
  readonly terms: ReadonlySet<string>;
  readonly rows: readonly (readonly string[])[];
}

/** Longer texts are looked through no further: what is asked for mostly stands early. */
const MAX_TEXT = 20_000;

/** The sentence with most different asked words, cut to about `maxLength` characters around the first of them. */
export function makeSnippet(
  text: string,
  marks: Marks,
  { lang, maxLength }: { readonly lang: string | undefined; readonly maxLength: number },
): readonly SnippetPart[] {
  const head = text.slice(0, MAX_TEXT);
  const language = lang ?? guessLanguage(head);
  const hits = hitsIn(analyse(head, language), marks).map((hit) => wholeNumber(head, hit));
  const sentences = splitSentences(head, language);
  if (sentences.length === 0) return [];
  const best = bestSentence(sentences, hits);
  const inside = hits.filter(({ start, end }) => start >= best.start && end <= best.end);
  return mark(head, best, cutAround(head, best, inside[0]?.start ?? best.start, maxLength), inside);
}

function hitsIn(terms: readonly Term[], { terms: wanted, rows }: Marks): Term[] {
  const isHit = terms.map(({ term }) => wanted.has(term));
  for (const row of rows) {
    for (let i = 0; i + row.length <= terms.length; i += 1)
      if (row.every((term, k) => terms[i + k]!.term === term)) isHit.fill(true, i, i + row.length);
  }
  return terms.filter((_, i) => isHit[i]);
}

const LETTERS_AFTER = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]*/uy;

/** "9b" is the term 9. */
function wholeNumber(text: string, hit: Term): Term {
  if (!/^\p{Nd}/u.test(hit.term)) return hit;
  LETTERS_AFTER.lastIndex = hit.end;
  return { ...hit, end: hit.end + (LETTERS_AFTER.exec(text)?.[0].length ?? 0) };
}

function bestSentence(sentences: readonly Span[], hits: readonly (Span & { readonly term: string })[]): Span {
  let best = sentences[0] as Span;
  let most = 0;
  let at = 0;
  for (const sentence of sentences) {
    const found = new Set<string>();
    while (at < hits.length && hits[at]!.start < sentence.end) {
      found.add(hits[at]!.term);
      at += 1;
    }
    if (found.size > most) {
      most = found.size;
      best = sentence;
    }
  }
  return best;
}

/** At word borders, where there are any near. */
function cutAround(text: string, sentence: Span, focus: number, maxLength: number): Span {
  if (sentence.end - sentence.start <= maxLength) return sentence;
  const earliest = Math.max(sentence.start, Math.min(focus - Math.floor(maxLength / 3), sentence.end - maxLength));
  const latest = Math.min(sentence.end, earliest + maxLength);
  const space = text.indexOf(' ', earliest);
  const start = earliest > sentence.start && space !== -1 && space < focus ? space + 1 : earliest;
  const lastSpace = text.lastIndexOf(' ', latest);
  return { start, end: latest < sentence.end && lastSpace > focus ? lastSpace : latest };
}

function mark(text: string, sentence: Span, { start, end }: Span, hits: readonly Span[]): SnippetPart[] {
  const parts: SnippetPart[] = [];
  const push = (piece: string, hit: boolean): void => {
    if (piece !== '') parts.push({ text: piece.toWellFormed(), hit });
  };
  push(start > sentence.start ? '…' : '', false);
  let at = start;
  for (const hit of hits) {
    if (hit.start < at || hit.end > end) continue;
    push(text.slice(at, hit.start), false);
    push(text.slice(hit.start, hit.end), true);
    at = hit.end;
  }
  push(text.slice(at, end), false);
  push(end < sentence.end ? '…' : '', false);
  return parts;
}
