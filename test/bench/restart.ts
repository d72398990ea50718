// Coming back: the newsdesk opened over a database of 10,000 live articles (and as many topics), in a process of its own.
//
//   node --expose-gc test/bench/restart.ts

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openNewsdesk } from '../../src/pipeline/newsdesk.ts';
import type { Owner } from '../../src/scope.ts';
import type { Store } from '../../src/store/contract.ts';
import { openStore } from '../../src/store/open.ts';
import { draft } from '../helpers/factories.ts';
import { hasCorpora } from '../quality/clustering-data.ts';
import { makeStream } from './grouping.ts';

const ARTICLES = 10_000;
const TOPICS = 10_000;
const BATCH = 500;

async function fill(store: Store): Promise<void> {
  const stream = [...makeStream(ARTICLES)];
  const desk = await openNewsdesk(store);
  for (let from = 0; from < ARTICLES; from += BATCH) {
    await store.transaction(async (inside) => {
      for (const { id, time, ...news } of stream.slice(from, from + BATCH)) {
        const decision = desk.grouper.decide({ ...news, time });
        const storyId = decision.story ?? (await inside.stories.create(time));
        const article = {
          draft: draft({ ...news, url: `https://news.example/${id}` }),
          source: news.source,
          storyId,
          copyOf: decision.copyOf,
          seenAt: time,
          keys: [],
          titleTerms: [],
          textTerms: [],
        };
        const articleId = await inside.articles.insert(article);
        await desk.save(articleId, decision, inside);
        desk.keep(decision, { article: articleId, story: storyId });
      }
    });
  }
  await store.transaction(async (inside) => {
    for (let n = 0; n < TOPICS; n++) await inside.topics.create(topicOf(n));
  });
}

function topicOf(n: number) {
  const include = `word${n} OR "other thing ${n}"`;
  const owner = `g${n}` as Owner;
  return { owner, name: include, include, exclude: undefined, sources: [], languages: [], createdAt: 0 };
}

export async function run(): Promise<Record<string, number>> {
  if (!hasCorpora()) {
    process.stderr.write('restart: skipped, there is no ../shared/corpora/clustering beside the project\n');
    return {};
  }
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
  try {
    const first = await openStore(`sqlite:${join(folder, 'b.db')}`);
    await fill(first);
    await first.close();
    const store = await openStore(`sqlite:${join(folder, 'b.db')}`);
    global.gc?.();
    const before = process.memoryUsage();
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const [start, cpu] = [performance.now(), process.cpuUsage()];
    const desk = await openNewsdesk(store);
    const { user, system } = process.cpuUsage(cpu);
    const wall = performance.now() - start;
    delay.disable();
    global.gc?.();
    const after = process.memoryUsage();
    await store.close();
    return {
      alive: desk.grouper.size,
      topics: desk.topics.size,
      'CPU seconds': (user + system) / 1e6,
      'wall seconds': wall / 1e3,
      'longest turn, ms': delay.max / 1e6,
      'memory, MB': (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) console.log(JSON.stringify(await run(), null, 1));
