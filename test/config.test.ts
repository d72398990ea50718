import { describe, expect, test } from 'vitest';
import { readConfig, SETTINGS } from '../src/config.ts';
import { OperatorError } from '../src/errors.ts';

/** For each setting what fits, with what is read from it, and what does not. */
const CASES: Readonly<
  Record<
    (typeof SETTINGS)[number],
    { readonly good: readonly (readonly [string, object])[]; readonly bad: readonly string[] }
  >
> = {
  DISCORD_TOKEN: { good: [[' a.b.c ', { discordToken: 'a.b.c' }]], bad: ['Bot a.b.c', 'a b'] },
  DISCORD_API_URL: {
    good: [['http://127.0.0.1:3000/api/', { discordApiUrl: 'http://127.0.0.1:3000/api' }]],
    bad: ['discord.com', 'ws://discord.com/api', 'http://'],
  },
  DATABASE_URL: {
    good: [
      ['sqlite:data/news.db', { databaseUrl: 'sqlite:data/news.db' }],
      ['postgres://news@localhost/news', { databaseUrl: 'postgres://news@localhost/news' }],
    ],
    bad: ['news.db', 'sqlite:', 'mysql://localhost/news'],
  },
  FETCH_ALLOW: {
    good: [
      [
        'intranet:8080, wiki.local:*,10.0.0.0/8, [::1]:80 ,',
        { fetchAllow: ['intranet:8080', 'wiki.local:*', '10.0.0.0/8', '[::1]:80'] },
      ],
    ],
    bad: ['intranet', 'http://intranet:80', 'intranet:port', '10.0.0.0/abc'],
  },
  CONTACT: {
    good: [
      ['mailto:news@example.org', { contact: 'mailto:news@example.org' }],
      ['https://example.org/bot', { contact: 'https://example.org/bot' }],
    ],
    bad: ['the news desk', 'a\nb: c'],
  },
  HTTPS_PROXY: {
    good: [['http://proxy:3128', { httpsProxy: 'http://proxy:3128' }]],
    bad: ['proxy:3128', 'socks5://p'],
  },
  HTTP_HOST: {
    good: [
      ['0.0.0.0', { httpHost: '0.0.0.0' }],
      ['::1', { httpHost: '::1' }],
    ],
    bad: ['http://0.0.0.0', 'my host'],
  },
  HTTP_PORT: { good: [['9100', { httpPort: 9100 }]], bad: ['-1', '65536', '80a', '8.5', '0x50'] },
  PLAYGROUND_PORT: { good: [['0', { playgroundPort: 0 }]], bad: ['web', '99999'] },
  SHARDS: {
    good: [
      ['auto', { shards: 'auto' }],
      ['4', { shards: '4' }],
      ['0-3/16', { shards: '0-3/16' }],
    ],
    bad: ['some', '0-3', '-1'],
  },
  ROLES: {
    good: [
      ['gateway', { roles: 'gateway' }],
      ['both', { roles: 'both' }],
    ],
    bad: ['all', 'gateway,worker'],
  },
  LOG_LEVEL: { good: [['debug', { logLevel: 'debug' }]], bad: ['verbose', 'INFO'] },
};

const good = SETTINGS.flatMap((name) => CASES[name].good.map(([value, read]) => [name, value, read] as const));
const bad = SETTINGS.flatMap((name) => CASES[name].bad.map((value) => [name, value] as const));

function faultsOf(env: Readonly<Record<string, string>>): string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof OperatorError) return error.message.split('\n');
    throw error;
  }
  return [];
}

test('without any setting there are defaults', () => {
  expect(readConfig({})).toMatchObject({
    discordToken: undefined,
    databaseUrl: 'sqlite:data/state/broadsheet.db',
    fetchAllow: [],
    httpHost: '127.0.0.1',
    httpPort: undefined,
    playgroundPort: 8080,
    logLevel: 'info',
  });
});

test.each(SETTINGS)('%s that is empty or blank is one that was left out', (name) => {
  expect(readConfig({ [name]: '' })).toEqual(readConfig({}));
  expect(readConfig({ [name]: '  ' })).toEqual(readConfig({}));
});

describe('what fits', () => {
  test.each(good)('%s=%s', (name, value, read) => {
    expect(readConfig({ [name]: value })).toMatchObject(read);
  });
});

describe('what does not fit is named, with what to write instead', () => {
  test.each(bad)('%s=%j', (name, value) => {
    const faults = faultsOf({ [name]: value });

    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${name}: .+ does not fit; write .+, or leave it out\\.$`));
  });

  test('all mistakes are told at once, and a token is never repeated', () => {
    const faults = faultsOf({ DISCORD_TOKEN: 'Bot secret', HTTP_PORT: 'x', ROLES: 'x', FETCH_ALLOW: 'a,b' });

    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'DISCORD_TOKEN',
      'FETCH_ALLOW',
      'FETCH_ALLOW',
      'HTTP_PORT',
      'ROLES',
    ]);
    expect(faults.join()).not.toContain('secret');
  });
});
