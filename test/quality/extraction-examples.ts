// What the block model learns from: the blocks of a page of the corpus, each with its numbers and whether it is the article's.

import { describeBlocks } from '../../src/articles/block-features.ts';
import { collectBlocks, type PageBlock } from '../../src/articles/page-blocks.ts';
import { collectFacts } from '../../src/articles/page-facts.ts';
import { parsePage } from '../../src/articles/page-tree.ts';
import { readMetadata } from '../../src/articles/read-metadata.ts';
import type { Example } from './boost.ts';
import { type CorpusPage, type Truth, tokensOf } from './extraction-corpus.ts';

export interface BlockExample extends Example {
  readonly page: string;
  /** Of the site, so that no model is asked about a site that it learned from. */
  readonly fold: number;
}

export const FOLDS = 5;

export function labelPage(page: CorpusPage, truth: Truth): BlockExample[] {
  const { root, jsonLd } = parsePage(page.html);
  const blocks = collectBlocks(root);
  const metadata = readMetadata({ facts: collectFacts(root), jsonLd, url: page.url, blocks });
  const rows = describeBlocks({
    blocks,
    title: metadata.title,
    description: metadata.description,
    statedBody: metadata.linked.find((one) => one.body !== undefined)?.body,
  });
  const labels = truth.text === undefined ? labelBySegments(blocks, truth) : labelByText(blocks, truth.text);
  const fold = foldOf(page.url);
  return labels.flatMap(({ y, weight }, at) =>
    weight === 0 ? [] : [{ x: Float32Array.from(rows[at]!), y, weight, page: page.id, fold }],
  );
}

/** Pages of one registered domain are always in the same fold. */
export function foldOf(url: string): number {
  return hash(siteOf(url)) % FOLDS;
}

/** "news.example.co.uk" → "example.co.uk": a short last but one label is part of what registries sell under. */
function siteOf(url: string): string {
  const labels = new URL(url).hostname.split('.');
  const isUnder = /^(?:co|com|org|net|gov|edu|ac|or|ne|go)$/.test(labels.at(-2) ?? '') && labels.at(-1)!.length === 2;
  return labels.slice(isUnder ? -3 : -2).join('.');
}

export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ char.charCodeAt(0), 0x01000193) >>> 0;
  return (value ^ (value >>> 15)) >>> 0;
}

interface Label {
  readonly y: number;
  readonly weight: number;
}

/** A block is the article's when most of its runs of four words are in the text somebody marked by hand. */
function labelByText(blocks: readonly PageBlock[], text: string): Label[] {
  const words = tokensOf(text);
  const runs = new Set(words.slice(3).map((_, at) => words.slice(at, at + 4).join(' ')));
  const lines = new Set(text.split('\n').map((line) => tokensOf(line).join(' ')));
  const all = ` ${words.join(' ')} `;
  return blocks.map((block) => {
    const own = tokensOf(block.text);
    const weight = 0.25 * Math.min(200, own.length + 3) ** 0.7;
    if (own.length < 5) {
      const line = own.join(' ');
      if (lines.has(line)) return { y: 1, weight };
      return { y: 0, weight: all.includes(` ${line} `) ? weight * 0.3 : weight };
    }
    const shared = own.slice(3).filter((_, at) => runs.has(own.slice(at, at + 4).join(' '))).length / (own.length - 3);
    return { y: shared >= 0.5 ? 1 : 0, weight: weight * Math.max(0.1, Math.abs(shared - 0.5) * 2) };
  });
}

/** Only blocks that hold a marked segment say anything. */
function labelBySegments(blocks: readonly PageBlock[], truth: Truth): Label[] {
  const holds = (text: string, segments: readonly string[] = []) =>
    segments.some((segment) => text.includes(segment.replace(/\s+/g, ' ').trim()));
  return blocks.map(({ text }) => {
    const isWanted = holds(text, truth.with);
    return isWanted === holds(text, truth.without) ? { y: 0, weight: 0 } : { y: isWanted ? 1 : 0, weight: 1 };
  });
}
