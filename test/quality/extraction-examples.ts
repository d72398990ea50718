// What the block model learns from: the blocks of a page of the corpus, each with its numbers and whether it is the article's.

import { describeBlocks } from '../../src/articles/block-features.ts';
import { collectBlocks, type PageBlock } from '../../src/articles/page-blocks.ts';
import { collectFacts } from '../../src/articles/page-facts.ts';
import { parsePage } from '../../src/articles/page-tree.ts';
import { readMetadata } from '../../src/articles/read-metadata.ts';
import type { Example } from './boost.ts';
import type { CorpusPage, Truth } from './extraction-corpus.ts';
import { type Label, labelByText } from './extraction-labels.ts';

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

const SEGMENT_WEIGHT = 1.3;

/** Only blocks that hold a marked segment say anything. */
function labelBySegments(blocks: readonly PageBlock[], truth: Truth): Label[] {
  const holds = (text: string, segments: readonly string[] = []) =>
    segments.some((segment) => text.includes(segment.replace(/\s+/g, ' ').trim()));
  return blocks.map(({ text }) => {
    const isWanted = holds(text, truth.with);
    return isWanted === holds(text, truth.without)
      ? { y: 0, weight: 0 }
      : { y: isWanted ? 1 : 0, weight: SEGMENT_WEIGHT };
  });
}
