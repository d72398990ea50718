// Runs the node-summarizer package in a thread of its own: it is slow on long texts and prints its errors.

import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';

/** The parts of node-summarizer 1.0.7 that are used. */
interface PackageSummarizer {
  readonly preprocesser: { paragraphToSentences: (text: string) => string[] };
  summarizeByRank(): Promise<{ readonly summary: unknown } | undefined>;
}
type PackageClass = new (text: string, sentences: number) => PackageSummarizer;

const require = createRequire(import.meta.url);
const { Summarizer } = require('node-summarizer/src/Summarizer.js') as { readonly Summarizer: PackageClass };

async function rank(sentences: readonly string[], count: number): Promise<string> {
  const summarizer = new Summarizer(sentences.join(' '), count);
  // Its own splitter breaks at "Mr."; it changes the list it gets.
  summarizer.preprocesser.paragraphToSentences = () => [...sentences];
  const result = await summarizer.summarizeByRank();
  return typeof result?.summary === 'string' ? result.summary : '';
}

parentPort?.on('message', async ({ sentences, count }: { sentences: string[]; count: number }) => {
  parentPort?.postMessage(await rank(sentences, count).catch(() => ''));
});
parentPort?.postMessage('ready');
