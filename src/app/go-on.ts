import { isFree } from '../topics/free-words.ts';
import { parseQuery } from '../topics/query.ts';
import { wantedTexts } from '../topics/search-ask.ts';

/** Discord's, of a choice's value. */
const MAX_QUERY = 100;
/** What is left for a completion, at least. */
const MIN_ROOM = 30;
/** A pair of quotes around what is put in. */
const PAIR = 2;
const QUOTE = /["“”„«»「」『』＂]/gu;
const OPEN = /[(（]/gu;
const ONE_WORD = /^(?!(?:OR|NOT|AND)$)[\p{L}\p{M}\p{N}]+$/u;

export function hasRoom(head: string): boolean {
  return roomAfter(head) >= MIN_ROOM;
}

function roomAfter(head: string): number {
  return MAX_QUERY - head.length - PAIR - countOpen(head);
}

/**
 * How a typed query goes on with a name or headline: as words where it reads as words alone, else as a phrase; what was
 * opened is closed.
 */
export function goOn(head: string, line: string): string {
  const inPhrase = faultOf(head) === 'open-quote';
  const words = clip(line, roomAfter(head));
  if (!inPhrase && (ONE_WORD.test(words) || isOfWords(head, words))) return closeBrackets(head + words);
  const phrase = clip(line.replace(QUOTE, ' ').replace(/\s+/gu, ' ').trim(), roomAfter(head));
  return closeBrackets(`${head}${inPhrase ? '' : '"'}${phrase}"`);
}

/** Whether somebody who chooses it gets an answer, maybe after typing what is wanted beside what is not. */
export function isWhole(query: string): boolean {
  const fault = faultOf(query);
  return fault === undefined || fault === 'only-exclusions';
}

/** Whether all of it reads as free words, that neither the head nor itself makes anything else. */
function isOfWords(head: string, words: string): boolean {
  const [parsed, typed] = [parseQuery(head + words), parseQuery(words)];
  if (!('ok' in parsed && 'ok' in typed && isFree(parsed.query))) return false;
  const leaves = typed.query.kind === 'and' ? typed.query.parts : [typed.query];
  const wanted = new Set(wantedTexts(parsed.query).map(({ at }) => at));
  return leaves.every((leaf) => leaf.kind === 'text' && !leaf.phrase && wanted.has(head.length + leaf.at));
}

function faultOf(query: string): string | undefined {
  const parsed = parseQuery(query);
  return 'ok' in parsed ? undefined : parsed.reason;
}

function countOpen(query: string): number {
  return query.match(OPEN)?.length ?? 0;
}

function closeBrackets(query: string): string {
  let closed = query;
  for (let left = countOpen(query); left > 0 && faultOf(closed) === 'open-bracket'; left -= 1) closed += ')';
  return closed;
}

/** At a blank where there is one. */
export function clip(line: string, max: number): string {
  if (line.length <= max) return line;
  const cut = line.slice(0, max).toWellFormed();
  const space = cut.lastIndexOf(' ');
  return (space > max / 2 ? cut.slice(0, space) : cut).trim();
}
