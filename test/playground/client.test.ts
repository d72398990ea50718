// The real discord.js client against the stand-in.
import type { ChatInputCommandInteraction, Client } from 'discord.js';
import { Events, MessageFlags } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StandIn } from '../../src/playground/stand-in.ts';
import { discordClient } from '../helpers/discord-client.ts';
import { ADMIN, discordStandIn } from '../helpers/discord-stand-in.ts';

let standIn: StandIn;
let client: Client<true>;

beforeEach(async () => {
  standIn = await discordStandIn();
  client = await discordClient(standIn);
});

afterEach(async () => {
  await client.destroy();
  await standIn.close();
});

function onCommand(act: (interaction: ChatInputCommandInteraction) => Promise<unknown>) {
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isChatInputCommand()) await act(interaction);
  });
}

test('a client logs in and knows the servers and channels', () => {
  expect(client.user.username).toBe('newsie');
  expect(client.guilds.cache.map((guild) => guild.name)).toEqual(['Town square']);
  expect(client.channels.cache.map((channel) => 'name' in channel && channel.name)).toEqual([
    'general',
    'news',
    'posts',
  ]);
});

test('a deferred reply shows as thinking and then as what it was edited to', async () => {
  await client.application.commands.set([{ name: 'ping', description: 'Answers' }]);
  onCommand(async (interaction) => {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply('pong');
  });

  const reply = await standIn.person(ADMIN).slash({ channelId: standIn.channel('general').id, command: 'ping' });

  expect(reply).toMatchObject({ state: 'replied', ephemeral: true, message: { content: 'pong' } });
  expect(standIn.messages(standIn.channel('general').id)).toEqual([]);
  expect(standIn.breaches).toEqual([]);
});

test.each([
  ['is limited', { status: 429, retryAfterMs: 20 }],
  ['meets a broken server', { status: 502 }],
])('a client that %s sends again', async (_, fault) => {
  standIn.fail({ route: 'POST /channels/{channel_id}/messages', ...fault });
  const { id } = standIn.channel('general');
  const channel = await client.channels.fetch(id);

  if (channel?.isSendable()) await channel.send('Hello');

  expect(standIn.messages(id).map((message) => message.content)).toEqual(['Hello']);
  const statuses = standIn.requests.filter((request) => request.method === 'POST').map((request) => request.status);
  expect(statuses).toEqual([fault.status, 200]);
});
