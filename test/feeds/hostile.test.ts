import { describe, expect, test } from 'vitest';
import { parseFeed } from '../../src/feeds/parse.ts';
import { HOSTILE } from './hostile-documents.ts';

describe('a document made to hurt is over in two seconds', () => {
  test.each(Object.keys(HOSTILE))('%s', (name) => {
    const bytes = Buffer.from(HOSTILE[name]!());
    const startedAt = process.cpuUsage();

    const result = parseFeed(bytes, { url: 'https://harbour.example/feed' });

    const { user, system } = process.cpuUsage(startedAt);
    expect((user + system) / 1000).toBeLessThan(2_000);
    expect(result.ok ? result.feed.items.length : result.error.length).toBeLessThanOrEqual(10_000);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
