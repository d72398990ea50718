import { describe, expect, test } from 'vitest';
import { normalizeUrl } from '../../src/feeds/normalize-url.ts';
import { starterPacks } from '../../src/feeds/starter-packs.ts';
import { parseQuery } from '../../src/topics/query.ts';

describe('starter packs', () => {
  test('there is one to begin with in every language that the bot speaks', () => {
    const languages = new Set(starterPacks().map(({ lang }) => lang));

    expect(['en', 'de', 'fr', 'es', 'pt', 'ru', 'vi', 'ja'].filter((lang) => !languages.has(lang))).toEqual([]);
  });

  test.each(starterPacks().map((pack) => [pack.id, pack] as const))(
    '%s has addresses and topics that can be read',
    (_, pack) => {
      expect(pack.feeds.length).toBeGreaterThanOrEqual(3);
      for (const { url, name } of pack.feeds) expect([normalizeUrl(url), name]).not.toContain(undefined);
      for (const { include } of pack.topics) expect(parseQuery(include)).toMatchObject({ ok: true });
    },
  );
});
