// The page's server: what it serves, to whom, and what its person can do.
import { request } from 'node:http';
import type { Client } from 'discord.js';
import { Events, MessageFlags } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Page } from '../../src/playground/page-server.ts';
import { startPage } from '../../src/playground/page-server.ts';
import type { StandIn } from '../../src/playground/stand-in.ts';
import { discordClient } from '../helpers/discord-client.ts';
import { ADMIN, discordStandIn, MEMBER } from '../helpers/discord-stand-in.ts';

let standIn: StandIn;
let page: Page;
let client: Client<true> | undefined;

beforeEach(async () => {
  standIn = await discordStandIn();
  page = await startPage({ standIn, port: 0, hints: ['/ping'] });
});

afterEach(async () => {
  await client?.destroy();
  client = undefined;
  await page.close();
  await standIn.close();
});

/** As much of the views as the tests look at. */
type Viewed = { id: string; guilds: { channels: { name: string }[] }[] } & { id: string }[];

async function view(name: string) {
  const response = await fetch(`${page.url}/playground/${name}`);
  return { status: response.status, body: (await response.json()) as Viewed };
}

async function act(name: string, body: object) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${page.url}/playground/${name}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

test('the page, its script and its style are served, and nothing beside them', async () => {
  const html = await (await fetch(page.url)).text();

  expect(html).toContain('/app.js');
  expect((await fetch(`${page.url}/app.js`)).headers.get('content-type')).toContain('javascript');
  expect((await fetch(`${page.url}/..%2fstand-in.ts`)).status).toBe(404);
  expect((await fetch(`${page.url}/page-server.ts`)).status).toBe(404);
});

test('a request that names another host is refused', async () => {
  const status = await new Promise((resolve, reject) => {
    const asked = request(`${page.url}/playground/state`, { headers: { host: 'evil.example' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', reject).end();
  });

  expect(status).toBe(421);
});

test('a form of another site cannot act', async () => {
  const body = JSON.stringify({ as: ADMIN, channelId: standIn.channel('general').id, content: 'x' });
  const response = await fetch(`${page.url}/playground/send`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body,
  });

  expect(response.status).toBe(404);
  expect(standIn.messages(standIn.channel('general').id)).toEqual([]);
});

test('a channel that a member may not see is neither listed nor readable', async () => {
  const secret = standIn.addChannel(standIn.guild('Town square').id, {
    name: 'admins',
    overwrites: [{ for: '@everyone', deny: ['VIEW_CHANNEL'] }],
  });
  const names = async (as: string) => {
    const { body } = await view(`state?as=${as}`);
    return body.guilds[0]?.channels.map((channel) => channel.name);
  };

  expect(await names(ADMIN)).toContain('admins');
  expect(await names(MEMBER)).not.toContain('admins');
  expect((await view(`messages?as=${MEMBER}&channel=${secret.id}`)).status).toBe(400);
});

test('a command answers, and an ephemeral reply is for its person alone', async () => {
  client = await discordClient(standIn);
  await client.application.commands.set([{ name: 'ping', description: 'Answers' }]);
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply({ content: 'pong', flags: MessageFlags.Ephemeral });
  });
  const channelId = standIn.channel('general').id;

  const answer = await act('slash', { as: MEMBER, channelId, command: 'ping', options: {} });

  expect(answer.body.state).toBe('replied');
  const mine = await view(`messages?as=${MEMBER}&channel=${channelId}`);
  expect(mine.body).toMatchObject([{ content: 'pong', ephemeral: true, used: { user: 'Mo', command: 'ping' } }]);
  expect((await view(`messages?as=${ADMIN}&channel=${channelId}`)).body).toEqual([]);
  await act('dismiss', { as: MEMBER, messageId: mine.body[0]?.id });
  expect((await view(`messages?as=${MEMBER}&channel=${channelId}`)).body).toEqual([]);
});

test('what happens is told at once', async () => {
  const events = await fetch(`${page.url}/playground/events?as=${MEMBER}`);
  const reader = events.body?.getReader();
  await reader?.read();

  standIn.person(ADMIN).send(standIn.channel('general').id, 'Hello');
  const told = new TextDecoder().decode((await reader?.read())?.value);
  await reader?.cancel();

  expect(told).toContain('"content":"Hello"');
});

test('a port that is taken is passed over', async () => {
  const taken = Number(new URL(page.url).port);

  const other = await startPage({ standIn, port: taken });
  const port = Number(new URL(other.url).port);
  await other.close();

  expect(port).toBeGreaterThan(taken);
});
