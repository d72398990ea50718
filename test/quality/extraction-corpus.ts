// Reads the extraction corpus beside the project (752 pages with ground truth; its README has the sources).

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

export interface CorpusPage {
  readonly id: string;
  readonly set: string;
  readonly url: string;
  readonly html: string;
}

export interface Truth {
  readonly id: string;
  readonly set: string;
  readonly text?: string;
  readonly with?: readonly string[];
  readonly without?: readonly string[];
  readonly title?: string;
  readonly author?: string;
  readonly date?: string;
}

const folder = new URL('../../../shared/corpora/extraction/', import.meta.url);

export const hasCorpus = existsSync(folder);

/** Page by page: all of them unpacked are 100 MB. */
export function* readCorpus(): Generator<{ readonly page: CorpusPage; readonly truth: Truth }> {
  const truths = new Map(
    readLines<Truth>(readFileSync(new URL('truth.jsonl', folder), 'utf8')).map((one) => [one.id, one]),
  );
  const shards = readdirSync(folder).filter((file) => file.endsWith('.jsonl.br'));
  for (const shard of shards.sort()) {
    const text = brotliDecompressSync(readFileSync(new URL(shard, folder))).toString('utf8');
    for (const page of readLines<CorpusPage>(text)) {
      const truth = truths.get(page.id);
      if (truth !== undefined) yield { page, truth };
    }
  }
}

function readLines<T>(text: string): T[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

export function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? [];
}
