// The entries of a live blog: stamps of time, one after the other, each with words of its own below it.

import { isWithin } from './ancestors.ts';
import type { PageBlock } from './page-blocks.ts';
import { namesOf } from './page-noise.ts';
import type { PageNode } from './page-tree.ts';

interface Stamp {
  /** For comparing with other stamps of its kind. */
  readonly at: number;
  readonly hasDay: boolean;
  readonly isNamed: boolean;
}

const MIN_ENTRY_CHARS = 60;
/** A line that holds more is prose that mentions a time. */
const MAX_STAMP_CHARS = 90;
/** "14:05", "14.05 Uhr", "9h30"; "87’" in the tickers of matches. */
const CLOCK = /^\W{0,3}([01]?\d|2[0-3])\s?[:.hH時点시]\s?([0-5]\d)(?!\d)/u;
const MINUTE = /^(\d{1,3})(?:\+\d+)?['’′](?=\s|$|:)/u;
const LIVE_NAMES =
  /[ _-](?:live-?blog|live-?ticker|live-?updates?|live-?feed|live-?entr(?:y|ies)|live-?posts?|ticker|liveblogging)(?=[ _-])/;
const COMMENT_NAMES = /[ _-](?:comments?|commentlist|replies|respond|related|recommended|sidebar)(?=[ _-])/;

export interface LiveEntries {
  /** 0 when they stand in no order of time, be it newest or oldest first. */
  readonly count: number;
  /** The elements around them call themselves a live blog. */
  readonly areNamed: boolean;
}

export function findLiveEntries(blocks: readonly PageBlock[]): LiveEntries {
  const isOutside = isWithin(isElsewhere);
  const isInNamed = isWithin((node) => LIVE_NAMES.test(namesOf(node)));
  const stamps: Stamp[] = [];
  let open: Stamp | undefined;
  let chars = 0;
  const close = () => {
    if (open !== undefined && chars >= MIN_ENTRY_CHARS) stamps.push(open);
    chars = 0;
  };
  for (const block of blocks) {
    if (isOutside(block.node)) continue;
    const stamp = readStamp(block, isInNamed);
    if (stamp !== undefined) {
      close();
      open = stamp;
    }
    if (block.headingLevel === 0 && block.linkChars < block.text.length * 0.5) chars += block.text.length;
  }
  close();
  return {
    count: isInOrder(stamps) ? stamps.length : 0,
    areNamed: stamps.filter((stamp) => stamp.isNamed).length > stamps.length / 2,
  };
}

function isElsewhere(node: PageNode): boolean {
  if (node.tag === 'nav' || node.tag === 'aside' || node.tag === 'footer') return true;
  return node.tag !== 'body' && COMMENT_NAMES.test(namesOf(node));
}

function readStamp(block: PageBlock, isInNamed: (node: PageNode) => boolean): Stamp | undefined {
  if (block.text.length > MAX_STAMP_CHARS && block.headingLevel === 0 && !CLOCK.test(block.text)) return undefined;
  const moment = Date.parse(findTime(block.node)?.attrs.datetime ?? '');
  const at = Number.isNaN(moment) ? readClock(block.text) : moment;
  if (at === undefined) return undefined;
  return { at, hasDay: !Number.isNaN(moment), isNamed: isInNamed(block.node) };
}

function readClock(text: string): number | undefined {
  const clock = CLOCK.exec(text);
  if (clock !== null) return Number(clock[1]) * 60 + Number(clock[2]);
  const minute = MINUTE.exec(text);
  return minute === null ? undefined : Number(minute[1]);
}

function findTime(node: PageNode): PageNode | undefined {
  if (node.tag === 'time') return node;
  for (const child of node.children) {
    if (typeof child === 'string' || !/^(?:time|span|a|b|strong|small|em)$/.test(child.tag)) continue;
    const found = findTime(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Days may change on the way, and an entry may be pinned. */
function isInOrder(stamps: readonly Stamp[]): boolean {
  let [up, down] = [0, 0];
  for (const [at, stamp] of stamps.entries()) {
    const before = stamps[at - 1];
    if (before === undefined || before.hasDay !== stamp.hasDay) continue;
    if (stamp.at > before.at) up++;
    else if (stamp.at < before.at) down++;
  }
  const all = up + down;
  return all >= 3 && Math.max(up, down) >= all * 0.75;
}
