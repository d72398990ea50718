// The real client through trouble with its connection.
import type { Client } from 'discord.js';
import { Events } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StandIn } from '../../src/playground/stand-in.ts';
import { discordClient } from '../helpers/discord-client.ts';
import { discordStandIn, MEMBER } from '../helpers/discord-stand-in.ts';

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

function next(event: Events.ShardResume | Events.ShardReady | Events.GuildCreate): Promise<unknown> {
  return new Promise((resolve) => client.once(event as string, resolve));
}

test('a client whose connection is cut resumes, and gets what it missed', async () => {
  await client.application.commands.set([{ name: 'ping', description: 'Answers' }]);
  const asked = new Promise((resolve) => client.once(Events.InteractionCreate, resolve));

  standIn.gateway.drop();
  const reply = standIn
    .person(MEMBER)
    .slash({ channelId: standIn.channel('general').id, command: 'ping', until: 'first' });
  reply.catch(() => undefined);

  await asked;
  expect(standIn.gateway.counts).toMatchObject({ identified: 1, resumed: 1 });
});

test('asked to reconnect, a client resumes', async () => {
  const resumed = next(Events.ShardResume);

  standIn.gateway.askToReconnect();

  await resumed;
  expect(standIn.gateway.counts).toMatchObject({ identified: 1, resumed: 1 });
});

test('a server that invites the bot while it runs is known at once', async () => {
  const known = next(Events.GuildCreate);

  standIn.addGuild({ name: 'Library' });

  await known;
  expect(client.guilds.cache.map((guild) => guild.name)).toContain('Library');
});

test('a channel knows what the bot lacks in it', async () => {
  const changed = new Promise((resolve) => client.once(Events.ChannelUpdate, resolve));
  const { id } = standIn.channel('general');

  standIn.setOverwrites(id, [{ for: '@bot', deny: ['SEND_MESSAGES'] }]);

  await changed;
  const channel = client.guilds.cache.first()?.channels.cache.get(id);
  const me = client.guilds.cache.first()?.members.me;
  expect(me && channel?.permissionsFor(me).has('SendMessages')).toBe(false);
  expect(me && channel?.permissionsFor(me).has('ViewChannel')).toBe(true);
});
