// Messages, threads, permissions, nonces and rate limits over plain HTTP.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Message } from '../../src/playground/records.ts';
import type { StandIn } from '../../src/playground/stand-in.ts';
import { type MovableClock, movableClock } from '../helpers/discord-clock.ts';
import { discordStandIn, MEMBER, TOKEN } from '../helpers/discord-stand-in.ts';

let clock: MovableClock;
let standIn: StandIn;
let general: string;

beforeEach(async () => {
  clock = movableClock(Date.UTC(2026, 0, 2));
  standIn = await discordStandIn({ clock });
  general = `/channels/${standIn.channel('general').id}`;
});

afterEach(() => standIn.close());

async function api(method: string, path: string, body?: unknown, token = TOKEN) {
  const headers = { authorization: `Bot ${token}`, 'content-type': 'application/json' };
  const response = await fetch(`${standIn.apiUrl}/v10${path}`, { method, headers, body: JSON.stringify(body) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
}

const post = (body: unknown, channel = general) => api('POST', `${channel}/messages`, body);

test('a wrong token is refused', async () => {
  expect(await api('GET', '/users/@me', undefined, 'other')).toMatchObject({ status: 401 });
});

test('the same nonce makes one message within a few minutes, another one after that', async () => {
  const body = { content: 'Digest', nonce: 'digest-1', enforce_nonce: true };
  const first = await post(body);
  const second = await post(body);
  clock.advance(10 * 60_000);
  const third = await post(body);

  expect(second.body.id).toBe(first.body.id);
  expect(third.body.id).not.toBe(first.body.id);
  expect(standIn.messages(standIn.channel('general').id)).toHaveLength(2);
});

test('a message that is created although its answer is lost exists once when it is sent again', async () => {
  standIn.fail({ route: 'POST /channels/{channel_id}/messages', afterwards: true, status: 502 });
  const body = { content: 'Digest', nonce: 'digest-2', enforce_nonce: true };

  const lost = await post(body);
  const again = await post(body);

  expect([lost.status, again.status]).toEqual([502, 200]);
  expect(standIn.messages(standIn.channel('general').id)).toHaveLength(1);
});

test.each([
  ['VIEW_CHANNEL', 50001],
  ['SEND_MESSAGES', 50013],
  ['EMBED_LINKS', 50013],
] as const)('without %s a message with an embed is refused with %i', async (permission, code) => {
  standIn.setOverwrites(standIn.channel('general').id, [{ for: '@bot', deny: [permission] }]);

  const refused = await post({ embeds: [{ title: 'News' }] });

  expect(refused).toMatchObject({ status: 403, body: { code } });
});

test('someone who takes no direct messages gets none', async () => {
  const channel = await api('POST', '/users/@me/channels', { recipient_id: MEMBER });
  const open = await post({ content: 'Hello' }, `/channels/${channel.body.id}`);
  standIn.person(MEMBER).user.closedDm = true;

  const closed = await post({ content: 'Hello?' }, `/channels/${channel.body.id}`);

  expect(open.status).toBe(200);
  expect(closed).toMatchObject({ status: 403, body: { code: 50007 } });
});

test('history is newest first, and before, after and around cut it', async () => {
  const ids: string[] = [];
  for (const content of ['a', 'b', 'c', 'd', 'e']) ids.push((await post({ content })).body.id);
  const read = async (query: string) => {
    const { body } = await api('GET', `${general}/messages?${query}`);
    return body.map((message: Message) => message.content).join('');
  };

  expect(await read('limit=2')).toBe('ed');
  expect(await read(`before=${ids[2]}&limit=1`)).toBe('b');
  expect(await read(`after=${ids[1]}&limit=2`)).toBe('dc');
  expect(await read(`around=${ids[2]}&limit=3`)).toBe('dcb');
  expect((await api('GET', `${general}/messages?limit=101`)).status).toBe(400);
});

test('only its own messages can be edited, and mentions ping only whom they may', async () => {
  const person = standIn.person(MEMBER).send(standIn.channel('general').id, 'Mine');
  const own = await post({ content: `<@${MEMBER}> @everyone`, allowed_mentions: { parse: [] } });

  expect(await api('PATCH', `${general}/messages/${person.id}`, { content: 'x' })).toMatchObject({
    body: { code: 50005 },
  });
  expect(own.body).toMatchObject({ mentions: [], mention_everyone: false });
  expect((await post({ content: `<@${MEMBER}>` })).body.mentions).toHaveLength(1);
});

test('a thread hangs on its message once, and a forum post brings its first message', async () => {
  const { body: message } = await post({ content: 'A story' });
  const thread = await api('POST', `${general}/messages/${message.id}/threads`, { name: 'Talk' });
  const twice = await api('POST', `${general}/messages/${message.id}/threads`, { name: 'Talk' });
  const forum = standIn.channel('posts');
  const tag = forum.available_tags?.[0]?.id;
  const made = await api('POST', `/channels/${forum.id}/threads`, {
    name: 'Digest',
    applied_tags: [tag],
    message: { content: 'First' },
  });

  expect(thread).toMatchObject({ status: 201, body: { id: message.id, parent_id: standIn.channel('general').id } });
  expect(twice.body.code).toBe(160004);
  expect(made.body.message).toMatchObject({ id: made.body.id, content: 'First' });
  expect(await post({ content: 'x' }, `/channels/${forum.id}`)).toMatchObject({ status: 403 });
});

test('only an announcement channel can crosspost, and a message once', async () => {
  const news = `/channels/${standIn.channel('news').id}`;
  const { body: announced } = await post({ content: 'News' }, news);
  const { body: other } = await post({ content: 'Talk' });

  expect((await api('POST', `${news}/messages/${announced.id}/crosspost`)).body.flags & 1).toBe(1);
  expect((await api('POST', `${news}/messages/${announced.id}/crosspost`)).body.code).toBe(40033);
  expect((await api('POST', `${general}/messages/${other.id}/crosspost`)).status).toBe(403);
});

test('files arrive with their names, and attachment:// leads to them', async () => {
  const form = new FormData();
  const payload = {
    flags: 32768,
    components: [{ type: 12, items: [{ media: { url: 'attachment://chart.png' } }] }],
    attachments: [{ id: 0, filename: 'chart.png', description: 'A chart' }],
  };
  form.set('payload_json', JSON.stringify(payload));
  form.set('files[0]', new Blob(['not really a picture']), 'chart.png');
  const response = await fetch(`${standIn.apiUrl}/v10${general}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${TOKEN}` },
    body: form,
  });
  const message = (await response.json()) as Message;
  const url = message.components[0]?.items?.[0]?.media.url ?? '';

  expect(await (await fetch(url)).text()).toBe('not really a picture');
});

test('every answer tells its bucket, and too many requests are limited', async () => {
  await standIn.close();
  standIn = await discordStandIn({ clock, rateLimits: 'discord' });
  const answers = [];
  for (let index = 0; index < 6; index += 1) answers.push(await post({ content: String(index) }));

  expect(answers[0]?.headers.get('x-ratelimit-remaining')).toBe('4');
  expect(answers[5]).toMatchObject({ status: 429, body: { retry_after: 5, global: false } });
  clock.advance(5000);
  expect((await post({ content: 'later' })).status).toBe(200);
});

test('in a server the bot does not see what people write, unless they mention it', async () => {
  const person = standIn.person(MEMBER);
  const channelId = standIn.channel('general').id;
  const plain = person.send(channelId, 'Between us');
  const mention = person.send(channelId, `<@${standIn.applicationId}> hello`);

  expect((await api('GET', `${general}/messages/${plain.id}`)).body.content).toBe('');
  expect((await api('GET', `${general}/messages/${mention.id}`)).body.content).toContain('hello');
});
