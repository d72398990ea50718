// The node-summarizer package as a method: it gets our sentences, and what it returns is aligned back to their places.

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { limitsOf } from './limits.ts';
import { readSentences } from './read.ts';
import type { Sentence } from './sentence.ts';
import { citeChosen, summarize } from './summarize.ts';
import type { Summary, SummaryBudget, SummaryDoc } from './summary.ts';
import { takeBest } from './take-best.ts';

/** It knows English alone (WordNet), and its work grows with the square of the sentences. */
const MOST_SENTENCES = 200;
const DEADLINE_MS = 1000;
// Loading WordNet's index on a busy machine is not the method's fault.
const LOADING_MS = 10_000;

async function nextMessage(worker: Worker, timeoutMs: number): Promise<unknown> {
  const [message] = await once(worker, 'message', { signal: AbortSignal.timeout(timeoutMs) });
  return message;
}

/** What the package quotes, best first, in one string; "" where it fails or takes too long. */
async function askPackage(sentences: readonly string[], count: number): Promise<string> {
  const worker = new Worker(new URL('./node-summarizer-worker.ts', import.meta.url), { stdout: true, stderr: true });
  try {
    await nextMessage(worker, LOADING_MS);
    worker.postMessage({ sentences, count });
    return String(await nextMessage(worker, DEADLINE_MS));
  } catch {
    return '';
  } finally {
    await worker.terminate();
  }
}

/** Where in the package's answer each sentence is: earlier is better; what it does not quote stays out. */
function align(sentences: readonly Sentence[], answer: string): Sentence[] {
  const found = sentences.map((sentence) => ({ sentence, at: answer.indexOf(sentence.text) }));
  return found
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)
    .map(({ sentence }) => sentence);
}

/**
 * Another language, too many sentences, a deadline missed or nothing aligned: the default method answers, and the
 * result's `method` says so. The package walks at random, so two runs may differ.
 */
export async function summarizeWithNodeSummarizer(
  docs: readonly SummaryDoc[],
  budget: SummaryBudget,
): Promise<Summary> {
  const fallback = () => summarize(docs, { ...budget, method: 'default' });
  const reading = readSentences(docs, budget.lang);
  const { sentences } = reading;
  if (reading.lang !== 'en' || sentences.length < 2 || sentences.length > MOST_SENTENCES) return fallback();
  const limits = limitsOf(budget);
  const answer = await askPackage(
    sentences.map((s) => s.text),
    Math.min(sentences.length, Number.isFinite(limits.most) ? limits.most * 2 : sentences.length),
  );
  const ranked = align(sentences, answer);
  const ranks = new Map(ranked.map((sentence, i) => [sentence, ranked.length - i]));
  const quoted = { ...reading, sentences: ranked };
  const chosen = takeBest(
    quoted,
    ranked.map((s) => ranks.get(s)!),
    limits,
  );
  if (chosen.length === 0) return fallback();
  return { sentences: citeChosen(reading, chosen), method: 'node-summarizer' };
}
