// Learns the numbers of data/articles/block-model.json from the development split of the extraction corpus:
// node test/quality/learn-blocks.ts [--check]. With --check it writes nothing but says how the whole of extraction does on
// sites that the model has not seen: five times it learns from four fifths of the sites and extracts the pages of the rest.

import { writeFileSync } from 'node:fs';
import { type BlockModel, readModel } from '../../src/articles/block-model.ts';
import { extractArticle } from '../../src/articles/extract.ts';
import type { Trees } from '../../src/stories/trees.ts';
import { boost } from './boost.ts';
import { type Answer, scoresOf, toAnswer } from './extraction.ts';
import { readCorpus } from './extraction-corpus.ts';
import { type BlockExample, FOLDS, foldOf, hash, labelPage } from './extraction-examples.ts';

/** Each bag learns from its own seven tenths of the pages; their trees together are the model. */
const BAGS = 6;
const OPTIONS = { trees: 85, leaves: 30, rate: 0.12, minHessian: 3, lambda: 3, columns: 0.1 };

const examples = [...readCorpus()].flatMap(({ page, truth }) => labelPage(page, truth));
if (process.argv.includes('--check')) check();
else writeFileSync(new URL('../../data/articles/block-model.json', import.meta.url), `${learn(examples)}\n`);

/** The file of the model. */
function learn(all: readonly BlockExample[]): string {
  const features = all[0]!.x.length;
  const bags = Array.from({ length: BAGS }, (_, bag) =>
    boost(
      all.filter(({ page }) => hash(`${bag}:${page}`) % 10 < 7),
      features,
      { ...OPTIONS, seed: bag + 1 },
    ),
  );
  const base = share(bags.reduce((sum, bag) => sum + bag.base, 0));
  return JSON.stringify({ features, base, trees: bags.flatMap(flatten) });
}

function share(value: number): number {
  return Number((value / BAGS).toPrecision(4));
}

function flatten({ trees }: Trees): number[][] {
  return trees.map(({ feature, value, right }) =>
    feature.flatMap((asked, at) => [asked, asked < 0 ? share(value[at]!) : value[at]!, right[at]!]),
  );
}

function check(): void {
  const answers: Answer[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = readModel(learn(examples.filter((example) => example.fold !== fold)));
    const found = extractFold(fold, model);
    answers.push(...found);
    console.log(`fold ${fold}, ${found.length} pages: ${inWords(found)}`);
  }
  console.log(`all ${answers.length} pages: ${inWords(answers)}`);
}

function extractFold(fold: number, model: BlockModel): Answer[] {
  const answers: Answer[] = [];
  for (const { page, truth } of readCorpus())
    if (foldOf(page.url) === fold) answers.push(toAnswer(truth, extractArticle(page.html, page.url, model)));
  return answers;
}

function inWords(answers: readonly Answer[]): string {
  const scores = Object.entries(scoresOf(answers));
  return scores.map(([name, value]) => `${name} ${value.toFixed(4)}`).join(', ');
}
