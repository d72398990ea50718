// A process of its own that writes: node writer.ts DATABASE_URL WORK OWNER COUNT. Tells each step that is confirmed on a line.

import type { Owner } from '../../src/scope.ts';
import { openStore } from '../../src/store/open.ts';

const [url, work, owner, count] = process.argv.slice(2) as [string, string, string, string];
const store = await openStore(url);
for (let n = 0; n < Number(count); n += 1) {
  if (work === 'count') await addOne();
  else await addItems(n);
  process.stdout.write(`${n}\n`);
}
await store.close();

/** Reads, then writes what it has read: what a deferred transaction loses or refuses. */
async function addOne(): Promise<void> {
  await store.transaction(async (inside) => {
    const { timezone } = await inside.guilds.settings(owner as Owner);
    await inside.guilds.saveSettings(owner as Owner, { timezone: String(Number(timezone) + 1), language: undefined });
  });
}

async function addItems(n: number): Promise<void> {
  const item = { guid: undefined, url: undefined, author: undefined, publishedAt: undefined, updatedAt: undefined };
  const rest = { summary: 'x'.repeat(2000), content: undefined, imageUrl: undefined, sourceName: undefined };
  await store.transaction(async (inside) => {
    const feed = await inside.feeds.ensure(`https://${owner}.example/feed`, 1);
    const keyed = [0, 1, 2].map((k) => ({
      item: { ...item, ...rest, title: `${n}.${k}`, categories: [] },
      keys: [`${n}.${k}`],
    }));
    await inside.items.add(feed.id, keyed, 1);
  });
}
