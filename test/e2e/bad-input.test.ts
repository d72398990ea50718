// What people and operators get wrong: each has one clear sentence and a next step.

import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN, MEMBER } from '../helpers/discord-stand-in.ts';
import { textOf } from '../helpers/message-text.ts';
import { openTown, type Town } from '../helpers/town.ts';
import type { Answer, Visitor } from '../helpers/visitor.ts';

const GENERAL = '400000000000000001';
const LOCKED = '400000000000000004';
const PATIENCE = 60_000;
/** The host that the operator allows; `open.example`, through the proxy, is the public web. */
const PUBLIC = 'http://open.example';

const servers: Server[] = [];
let town: Town;
let site: string;
let admin: Visitor;
let member: Visitor;

const FIFTY_MB = Buffer.alloc(50_000_000, 'x');
const PAGES: Readonly<Record<string, RequestListener>> = {
  '/front': (_, response) =>
    response.end('<html><body><nav><a href="/a">One</a><a href="/b">Two</a></nav></body></html>'),
  '/image': (_, response) => response.setHeader('content-type', 'image/png').end('\u0089PNG'),
  '/feedless': (_, response) => response.end('<!doctype html><title>About us</title><p>We write about gardens.</p>'),
  '/books.xml': (_, response) => response.setHeader('content-type', 'text/xml').end('<books><book>Emma</book></books>'),
  '/empty.xml': (_, response) =>
    response
      .setHeader('content-type', 'application/rss+xml')
      .end('<rss version="2.0"><channel><title>Quiet Times</title></channel></rss>'),
  '/huge': (_, response) => response.end(FIFTY_MB),
  '/bomb': (_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(FIFTY_MB)),
  '/to-private': (_, response) => response.writeHead(302, { location: `${site}/front` }).end(),
  '/to-metadata': (_, response) => response.writeHead(301, { location: 'http://169.254.169.254/latest/' }).end(),
  '/round': (_, response) => response.writeHead(302, { location: '/round' }).end(),
  '/login': (_, response) => response.writeHead(403).end(),
};

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A proxy that knows one public host, and leads it to our server. */
async function startProxy(target: string): Promise<string> {
  const [host, port] = target.split(':');
  const server = createServer();
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    socket.on('error', () => undefined);
    if (request.url !== 'open.example:80') return socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    const upstream = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('close', () => upstream.destroy());
  });
  return `http://${await listen(server)}`;
}

beforeAll(async () => {
  const host = await listen(
    createServer((request, response) =>
      (PAGES[request.url ?? ''] ?? ((_, other) => other.writeHead(404).end()))(request, response),
    ),
  );
  site = `http://${host}`;
  town = await openTown({
    fetchAllow: [host],
    httpsProxy: await startProxy(host),
    guilds: [
      {
        id: '300000000000000001',
        name: 'Town square',
        owner: ADMIN,
        members: [{ user: MEMBER }],
        channels: [
          { id: GENERAL, name: 'general' },
          {
            id: LOCKED,
            name: 'locked',
            overwrites: [{ for: '@bot', deny: ['SEND_MESSAGES', 'READ_MESSAGE_HISTORY'] }],
          },
        ],
      },
    ],
  });
  admin = town.visitor(ADMIN, GENERAL);
  member = town.visitor(MEMBER, GENERAL);
}, PATIENCE);

afterEach(() => {
  expect(town.standIn.breaches).toEqual([]);
});

afterAll(async () => {
  await town?.close();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
}, PATIENCE);

/** What is said, without the heading of problems. */
function told({ text }: Answer): string {
  return text.replace('**That did not work**', '').trim();
}

const summary = async (of: string): Promise<string> => told(await member.ask('summary', { of }));
const add = async (url: string): Promise<string> => told(await admin.ask('sources add', { url }));

const create = async (options: Record<string, string>): Promise<string> =>
  told(await admin.ask('digests create', { channel: GENERAL, name: 'Morning', ...options }));

describe('an address that is none, or leads nowhere', { timeout: PATIENCE }, () => {
  test.each(['https://', 'ftp://open.example/x', 'http://exa mple/', 'just some words'])(
    '/sources add url:%s',
    async (url) => {
      expect(await add(url)).toBe(
        `“${url.replace('://', '\\://')}” is not the address of a page. Write it with its host, for example \`https://example.com/news\`.`,
      );
    },
  );

  test('/summary of an address that is none', async () => {
    expect(await summary('gopher://open.example/1')).toMatch(/^“gopher.+” is not the address of a page\. Write it/);
  });

  test('a host that does not exist', async () => {
    const withoutProxy = await openTown({ fetchAllow: [] });
    const ask = withoutProxy.visitor(ADMIN, GENERAL);
    const sentence =
      'I could not find nowhere.invalid: no server goes by that name. Check the spelling, or try again in a few minutes.';

    expect(told(await ask.ask('summary', { of: 'https://nowhere.invalid/story' }))).toBe(sentence);
    expect(told(await ask.ask('sources add', { url: 'nowhere.invalid' }))).toBe(sentence);
    await withoutProxy.close();
  });

  test('a page that refuses, one that is not there, and one that goes round in circles', async () => {
    expect(await summary(`${PUBLIC}/login`)).toBe(
      'open.example answered with status 403 instead of the page. Open the address in a browser to see whether it needs a login or has moved.',
    );
    expect(await add(`${PUBLIC}/missing`)).toContain('status 404');
    expect(await summary(`${PUBLIC}/round`)).toBe(
      'open.example keeps sending me from one address to the next. Open the page in a browser and use the address that it ends at.',
    );
  });
});

describe('a private address', { timeout: PATIENCE }, () => {
  const refusal = (host: string): string =>
    `${host} is an address inside a private network, which I do not open. Use a page that is on the public web.`;

  test.each([
    ['http://127.0.0.1/', '127.0.0.1'],
    ['http://localhost:8080/admin', 'localhost:8080'],
    ['http://2130706433/', '127.0.0.1'],
    ['http://0x7f.1/', '127.0.0.1'],
    ['http://0177.0.0.1/', '127.0.0.1'],
    ['http://127.1/', '127.0.0.1'],
    ['http://\uff11\uff12\uff17.0.0.1/', '127.0.0.1'],
    ['http://open.example@127.0.0.1/', '127.0.0.1'],
    ['http://169.254.169.254/latest/meta-data/', '169.254.169.254'],
    ['http://192.168.1.1/', '192.168.1.1'],
    ['http://[::1]/', '[::1]'],
    ['http://[::ffff:10.0.0.1]/', '[::ffff:a00:1]'],
    ['http://[fd00::1]/', '[fd00::1]'],
  ])('/summary of:%s', async (url, host) => {
    expect((await summary(url)).replaceAll('\\', '')).toBe(refusal(host));
  });

  test('is refused in /summary even where FETCH_ALLOW names it', async () => {
    expect(await summary(`${site}/front`)).toBe(refusal(new URL(site).host));
  });

  test('is refused where a public page leads to it', async () => {
    expect(await summary(`${PUBLIC}/to-private`)).toBe(refusal(new URL(site).host));
    expect(await summary(`${PUBLIC}/to-metadata`)).toBe(refusal('169.254.169.254'));
    expect(await add(`${PUBLIC}/to-metadata`)).toBe(refusal('169.254.169.254'));
  });

  test('is refused in /sources add and /sources test where FETCH_ALLOW does not name it', async () => {
    expect(await add('http://10.1.2.3/feed.xml')).toBe(refusal('10.1.2.3'));
    expect(told(await admin.ask('sources test', { source: 'http://10.1.2.3/feed.xml' }))).toBe(refusal('10.1.2.3'));
  });
});

describe('a page that is something else', { timeout: PATIENCE }, () => {
  test.each(['/front', '/image'])('/summary of %s, which is no article', async (path) => {
    expect(await summary(PUBLIC + path)).toMatch(
      /^I found no article on that page: .*open\.example.*\. Use the address of a single article, not of a front page\.$/,
    );
  });

  test.each(['/feedless', '/books.xml', '/image'])('/sources add of %s, which is no feed', async (path) => {
    expect(await add(site + path)).toMatch(
      /^I found no feed at .*, nor a link to one\. Look for an RSS or Atom address on the site, or try its front page\.$/,
    );
  });

  test('/sources add of a feed that holds nothing yet', async () => {
    expect(await add(`${site}/empty.xml`)).toContain(
      'The feed is empty so far; new articles appear within minutes of being published.',
    );
    expect(told(await admin.ask('sources remove', { source: 'Quiet Times' }))).toContain('Removed **Quiet Times**');
  });

  test.each(['/huge', '/bomb'])('fifty megabytes: %s', async (path) => {
    const before = process.memoryUsage().rss;

    expect(await summary(PUBLIC + path)).toMatch(
      /^What open\.example sent is larger than \d+ MB, more than I read\. Try the address of a single article\.$/,
    );
    expect(await add(site + path)).toMatch(/is larger than 10 MB, more than I read/);
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });
});

describe('names and words that lead nowhere', { timeout: PATIENCE }, () => {
  test('a topic, source or digest that does not exist', async () => {
    await admin.ask('topics create', { name: 'Energy', include: 'solar OR wind' });

    expect(await create({ at: '8:00', topics: 'Enrgy' })).toBe(
      'There is no topic “Enrgy”. Pick one from the list while typing. There are: `Energy`.',
    );
    expect(told(await admin.ask('topics delete', { topic: 'Sport' }))).toContain('There is no topic “Sport”');
    expect(told(await member.ask('latest', { topic: 'Sport' }))).toContain('There is no topic “Sport”');
    expect(told(await admin.ask('sources remove', { source: 'Times' }))).toBe(
      'There is no source “Times”. Pick one from the list while typing.',
    );
    expect(told(await admin.ask('digests preview', { digest: 'Daily' }))).toBe(
      'There is no digest “Daily”. Pick one from the list while typing.',
    );
  });

  test.each([
    ['topic', { name: 'zeppelins' }],
    ['search', { query: 'zeppelins' }],
    ['summary', { of: 'zeppelins' }],
    ['latest', {}],
  ])('/%s in a server that reads nothing yet', async (command, options) => {
    expect(told(await member.ask(command, options))).toMatch(
      /^There is nothing to read here yet\. Someone with Manage Server can add a source with/,
    );
  });

  test('a query that cannot be read', async () => {
    expect(told(await member.ask('search', { query: '(solar OR wind' }))).toBe(
      'I could not read “(solar OR wind”: a bracket is not closed. Example: `(solar OR wind) "power plant" -opinion`.',
    );
    expect(told(await admin.ask('topics create', { name: 'X', include: '-opinion' }))).toContain(
      'it only says what to leave out, so add a word to look for',
    );
  });
});

describe('a digest that cannot be planned', { timeout: PATIENCE }, () => {
  test('a channel that the bot may not post in: named, with what is missing', async () => {
    expect(await create({ channel: LOCKED, at: '8:00' })).toBe(
      `I cannot post in <#${LOCKED}>. I lack: **Read Message History** and **Send Messages**. Grant them in the channel’s settings under Permissions, then try again.`,
    );
  });

  test('a wrong time zone, with the one that was probably meant', async () => {
    expect(await create({ at: '8:00', timezone: 'Europe/Berln' })).toBe(
      '“Europe/Berln” is not a time zone that I know. Write one such as `Europe/Berlin`. Did you mean `Europe/Berlin`?',
    );
    expect(await create({ at: '8:00', timezone: 'Atlantis' })).toContain('“Atlantis” is not a time zone that I know');
  });

  test('a wrong time, wrong cron fields, and both or neither of them', async () => {
    expect(await create({ at: '25:00' })).toBe(
      '“25:00” is not a time of day. Write hours and minutes, for example `08:30`.',
    );
    expect(await create({ cron: '61 * * * *' })).toBe(
      '“61 \\* \\* \\* \\*” is not a schedule that I can read. Write five cron fields, for example `0 8 * * 1-5`, or use the option at.',
    );
    const sentence = 'Give either at (a time of day) or cron (five fields), exactly one of the two.';
    expect(await create({})).toBe(sentence);
    expect(await create({ at: '8:00', cron: '0 8 * * *' })).toBe(sentence);
  });

  test('a name that is taken', async () => {
    await admin.ask('digests create', { channel: GENERAL, name: 'Taken', at: '8:00' });

    expect(await create({ name: 'taken', at: '9:00' })).toBe(
      '“taken” is here already. Choose another name, or remove that one first.',
    );
  });
});

describe('who may not', { timeout: PATIENCE }, () => {
  test('a member whose asks come too fast is told to wait', async () => {
    const hasty = town.standIn.person(MEMBER);
    const ask = () => hasty.slash({ channelId: GENERAL, command: 'latest', timeoutMs: PATIENCE });
    for (let n = 0; n < 5; n++) await ask();

    expect(textOf(await ask())).toMatch(/^\s*That was quick\. Please give me \d+ seconds, then ask again\.$/);
  });
});
