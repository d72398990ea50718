// Which blocks of a page are in the text that somebody marked by hand: those with most of its runs of four words. Of several
// copies the one that fits into the order of the text is wanted; captions and pulled quotes say again what stands elsewhere.

import type { PageBlock } from '../../src/articles/page-blocks.ts';
import { tokensOf } from './extraction-corpus.ts';

export interface Label {
  readonly y: number;
  readonly weight: number;
}

const RUN = 4;
const MAX_PLACES = 8;

/** Where a block may stand in the text, in words. */
interface Span {
  readonly block: number;
  readonly from: number;
  readonly to: number;
  readonly gain: number;
}

interface Match {
  readonly words: number;
  /** Of its runs, how many are in the text. */
  readonly shared: number;
  readonly spans: readonly Span[];
  /** It is in the text, but within a line. */
  readonly isPart: boolean;
}

export function labelByText(blocks: readonly PageBlock[], text: string): Label[] {
  const index = new TextIndex(text);
  const matches = blocks.map((block, at) => index.match(at, tokensOf(block.text)));
  const chain = bestChain(matches.flatMap((match) => match.spans));
  const inChain = new Set(chain.map((span) => span.block));
  const covered = new Uint8Array(index.words.length);
  for (const span of chain) covered.fill(1, span.from, span.to);
  const isCopy = ({ spans }: Match) =>
    spans.every(({ from, to }) => covered.subarray(from, to).filter(Boolean).length >= (to - from) / 2);
  return matches.map((match, at) => {
    const isWanted = inChain.has(at) || (match.words > RUN && !isCopy(match));
    return match.words > RUN ? labelRuns(match, isWanted) : labelLine(match, isWanted);
  });
}

function weightOf({ words }: Match): number {
  return 0.25 * Math.min(200, words + 3) ** 0.7;
}

function labelRuns(match: Match, isWanted: boolean): Label {
  const weight = weightOf(match) * Math.max(0.1, Math.abs(match.shared - 0.5) * 2);
  return { y: isWanted && match.shared >= 0.5 ? 1 : 0, weight };
}

function labelLine(match: Match, isWanted: boolean): Label {
  if (match.shared > 0) return isWanted ? { y: 1, weight: weightOf(match) } : { y: 0, weight: weightOf(match) / 2 };
  return { y: 0, weight: weightOf(match) * (match.isPart ? 0.3 : 1) };
}

class TextIndex {
  readonly words: readonly string[];
  private readonly runs = new Map<string, number[]>();
  private readonly lines = new Map<string, number[]>();
  private readonly joined: string;

  constructor(text: string) {
    this.words = tokensOf(text);
    this.joined = ` ${this.words.join(' ')} `;
    for (let at = 0; at + RUN <= this.words.length; at++) note(this.runs, this.words.slice(at, at + RUN).join(' '), at);
    let at = 0;
    for (const line of text.split('\n')) {
      const words = tokensOf(line);
      if (words.length > 0 && words.length <= RUN) note(this.lines, words.join(' '), at);
      at += words.length;
    }
  }

  match(block: number, own: readonly string[]): Match {
    return own.length <= RUN ? this.matchLine(block, own) : this.matchRuns(block, own);
  }

  private matchLine(block: number, own: readonly string[]): Match {
    const line = own.join(' ');
    const places = this.lines.get(line) ?? [];
    const spans = places.map((from) => ({ block, from, to: from + own.length, gain: own.length }));
    const isPart = this.joined.includes(` ${line} `);
    return { words: own.length, shared: places.length > 0 ? 1 : 0, spans, isPart };
  }

  private matchRuns(block: number, own: readonly string[]): Match {
    const starts = new Map<number, number>();
    let hits = 0;
    for (let at = 0; at + RUN <= own.length; at++) {
      const places = this.runs.get(own.slice(at, at + RUN).join(' ')) ?? [];
      if (places.length > 0) hits++;
      for (const place of places) starts.set(place - at, (starts.get(place - at) ?? 0) + 1);
    }
    const shared = hits / (own.length - RUN + 1);
    const best = shared < 0.5 ? [] : [...starts].sort((a, b) => b[1] - a[1]).slice(0, 4);
    const spans = best.map(([start, gain]) => ({
      block,
      from: Math.max(0, start),
      to: Math.min(this.words.length, start + own.length),
      gain,
    }));
    return { words: own.length, shared, spans, isPart: false };
  }
}

function note(places: Map<string, number[]>, key: string, at: number): void {
  const known = places.get(key);
  if (known === undefined) places.set(key, [at]);
  else if (known.length < MAX_PLACES) known.push(at);
}

const REACH = 1500;

/** The spans that together say most of the text in its order. */
function bestChain(spans: readonly Span[]): Span[] {
  const gains = spans.map((span) => span.gain);
  const before = spans.map(() => -1);
  for (let at = 0; at < spans.length; at++) {
    for (let from = Math.max(0, at - REACH); from < at; from++) {
      const follows = spans[from]!.block < spans[at]!.block && spans[from]!.to <= spans[at]!.from + 2;
      if (!follows || gains[from]! + spans[at]!.gain <= gains[at]!) continue;
      gains[at] = gains[from]! + spans[at]!.gain;
      before[at] = from;
    }
  }
  const chain: Span[] = [];
  for (let at = gains.indexOf(Math.max(0, ...gains)); at >= 0; at = before[at]!) chain.push(spans[at]!);
  return chain;
}
