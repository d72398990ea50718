// Learns the numbers of data/articles/block-model.json from the development split of the extraction corpus:
// node test/quality/learn-blocks.ts [--check]. With --check it writes nothing, leaves a fifth of the sites out and scores those.

import { writeFileSync } from 'node:fs';
import { describeBlocks } from '../../src/articles/block-features.ts';
import { collectBlocks, type PageBlock } from '../../src/articles/page-blocks.ts';
import { collectFacts } from '../../src/articles/page-facts.ts';
import { parsePage } from '../../src/articles/page-tree.ts';
import { readMetadata } from '../../src/articles/read-metadata.ts';
import { judge, type Trees } from '../../src/stories/trees.ts';
import { boost, type Example } from './boost.ts';
import { type CorpusPage, readCorpus, type Truth, tokensOf } from './extraction-corpus.ts';

interface Labelled extends Example {
  readonly page: string;
  readonly isHeldOut: boolean;
}

/** Each bag learns from its own seven tenths of the pages; their trees together are the model. */
const BAGS = 4;
const OPTIONS = { trees: 60, leaves: 24, rate: 0.13, minHessian: 3, lambda: 3 };
const isCheck = process.argv.includes('--check');

const examples: Labelled[] = [];
for (const { page, truth } of readCorpus()) examples.push(...labelPage(page, truth));
const learned = learn(examples.filter((example) => !isCheck || !example.isHeldOut));
if (isCheck) report();
else {
  const trees = learned.trees.map((tree) =>
    tree.feature.flatMap((feature, at) => [feature, tree.value[at]!, tree.right[at]!]),
  );
  const model = { features: examples[0]!.x.length, base: learned.base, trees };
  writeFileSync(new URL('../../data/articles/block-model.json', import.meta.url), `${JSON.stringify(model)}\n`);
}

function learn(all: readonly Labelled[]): Trees {
  const bags = Array.from({ length: BAGS }, (_, bag) =>
    boost(
      all.filter(({ page }) => hash(`${bag}:${page}`) % 10 < 7),
      all[0]!.x.length,
      OPTIONS,
    ),
  );
  const share = (value: number) => Number((value / BAGS).toPrecision(4));
  const trees = bags
    .flatMap((bag) => bag.trees)
    .map((tree) => ({
      ...tree,
      value: tree.value.map((value, at) => (tree.feature[at]! < 0 ? share(value) : value)),
    }));
  return { base: share(bags.reduce((sum, bag) => sum + bag.base, 0)), trees };
}

function labelPage(page: CorpusPage, truth: Truth): Labelled[] {
  const { root, jsonLd } = parsePage(page.html);
  const facts = collectFacts(root);
  const blocks = collectBlocks(root);
  const metadata = readMetadata({ facts, jsonLd, url: page.url, blocks });
  const rows = describeBlocks({
    blocks,
    title: metadata.title,
    description: metadata.description,
    statedBody: metadata.linked.find((one) => one.body !== undefined)?.body,
  });
  const labels = truth.text === undefined ? labelBySegments(blocks, truth) : labelByText(blocks, truth.text);
  const isHeldOut = hash(siteOf(page.url)) % 5 === 0;
  return labels.flatMap((label, at) =>
    label.weight === 0 ? [] : [{ x: rows[at]!, y: label.y, weight: label.weight, page: page.id, isHeldOut }],
  );
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

function siteOf(url: string): string {
  return new URL(url).hostname.split('.').slice(-2).join('.');
}

function hash(text: string): number {
  let value = 7;
  for (const char of text) value = (value * 31 + char.charCodeAt(0)) >>> 0;
  return value;
}

function report(): void {
  let loss = 0;
  let wrong = 0;
  let total = 0;
  for (const { x, y, weight, isHeldOut } of examples) {
    if (!isHeldOut) continue;
    const p = 1 / (1 + Math.exp(-judge(learned, x)));
    const right = y === 1 ? p : 1 - p;
    loss -= weight * Math.log(Math.max(1e-9, right));
    wrong += right > 0.5 ? 0 : weight;
    total += weight;
  }
  console.log(`left-out sites: log loss ${(loss / total).toFixed(4)}, wrong ${((100 * wrong) / total).toFixed(2)} %`);
}
