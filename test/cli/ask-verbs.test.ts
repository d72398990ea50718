// The verbs that ask, without a process: what they print.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { askVerb } from '../../src/cli/ask-verbs.ts';
import { readConfig } from '../../src/config.ts';
import { silentLog } from '../../src/log.ts';
import { LOCAL } from '../../src/scope.ts';
import { openStore } from '../../src/store/open.ts';
import { NOON } from '../helpers/factories.ts';
import { addArticle } from '../store/contract.ts';

/** A database on disk with an article each of three papers about one event, and how many days each wrote before. */
async function papers(daysBefore: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const databaseUrl = `sqlite:${join(folder, 'b.db')}`;
  const store = await openStore(databaseUrl);
  const storyId = await store.stories.create(NOON);
  for (const [p, source] of ['Gazette', 'Courier', 'Post'].entries()) {
    const feed = await store.feeds.ensure(`https://${source}.example/feed`, NOON);
    await store.sources.add({ owner: LOCAL, feedId: feed.id, name: source, baselineAt: NOON, now: NOON });
    for (let day = 0; day <= daysBefore; day += 1) {
      const publishedAt = NOON - day * 86_400_000 - 1;
      const title = day === 0 ? 'Volcano Orrin erupts' : `Quiet day ${'abcdefgh'[day]}${p}`;
      const draft = { title, text: title, publishedAt };
      await addArticle(store, [feed.id], { draft, source, seenAt: publishedAt, ...(day === 0 && { storyId }) });
    }
  }
  await store.close();
  return databaseUrl;
}

async function printed(databaseUrl: string, words: string): Promise<string> {
  let text = '';
  const output = new Writable({
    write: (chunk, _encoding, done) => {
      text += String(chunk);
      done();
    },
  });
  const config = { ...readConfig({}), databaseUrl };
  await askVerb({ verb: 'trending', words, json: false }, { config, log: silentLog, now: () => NOON, output });
  return text;
}

test('trending tells what grew against how many days, and what is told most where too few are known', async () => {
  const databaseUrl = await papers(7);

  expect(await printed(databaseUrl, '')).toMatch(
    /^words \(against 7 days before\)\n {2}\+3\.0 {2}.*Orrin[\s\S]*stories\n {2}\+3\.0 {2}Volcano Orrin erupts\n$/,
  );
  expect(await printed(databaseUrl, '7d')).toContain('too few days before');
});

test('trending says that nothing stands out', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));

  expect(await printed(`sqlite:${join(folder, 'b.db')}`, '24h')).toContain('nothing to read here yet');
});
