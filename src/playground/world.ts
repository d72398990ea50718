// Everything that exists in the stand-in: servers, channels, people, messages, files and commands.
import type { Clock } from './clock.ts';
import { permissionsOf } from './permissions.ts';
import type { Channel, Command, Guild, Member, Person, StoredMessage, User } from './records.ts';
import { CHANNEL } from './records.ts';
import type { MakeSnowflake, Snowflake } from './snowflake.ts';
import { snowflakes } from './snowflake.ts';

export interface StoredFile {
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface World {
  readonly clock: Clock;
  readonly makeId: MakeSnowflake;
  /** The bot's own user; its id is the application's too. */
  readonly bot: User;
  readonly guilds: Map<Snowflake, Guild>;
  readonly channels: Map<Snowflake, Channel>;
  readonly people: Map<Snowflake, Person>;
  /** By channel, oldest first. */
  readonly messages: Map<Snowflake, StoredMessage[]>;
  readonly files: Map<Snowflake, StoredFile>;
  readonly commands: Map<Snowflake, Command>;
  /** People who use the app without a server (user install). */
  readonly installedBy: Set<Snowflake>;
}

export interface ApplicationOptions {
  readonly id?: Snowflake;
  readonly name?: string;
}

export function createWorld(clock: Clock, application: ApplicationOptions = {}): World {
  const makeId = snowflakes(() => clock.now());
  const name = application.name ?? 'App';
  return {
    clock,
    makeId,
    bot: { ...userFields(application.id ?? makeId(), name), bot: true },
    guilds: new Map(),
    channels: new Map(),
    people: new Map(),
    messages: new Map(),
    files: new Map(),
    commands: new Map(),
    installedBy: new Set(),
  };
}

export function userFields(id: Snowflake, name: string): User {
  const username = name.toLowerCase().replace(/[^a-z0-9_.]+/g, '_') || 'user';
  return {
    id,
    username,
    global_name: name,
    discriminator: '0',
    avatar: null,
    public_flags: 0,
    flags: 0,
    primary_guild: null,
  };
}

/** A person as the API shows him, without what only the stand-in knows. */
export function publicUser(user: User): User {
  const { id, username, global_name, discriminator, avatar, public_flags, flags, primary_guild, bot } = user;
  const shown = { id, username, global_name, discriminator, avatar, public_flags, flags, primary_guild };
  return bot ? { ...shown, bot } : shown;
}

export function findUser(world: World, id: Snowflake): User | undefined {
  return id === world.bot.id ? world.bot : world.people.get(id);
}

export function findMember(guild: Guild, userId: Snowflake): Member | undefined {
  return guild.members.find((member) => member.userId === userId);
}

export function isThread(channel: Channel): boolean {
  return channel.type >= CHANNEL.announcementThread && channel.type <= CHANNEL.privateThread;
}

/** The permissions of a member of the channel's server in it; undefined for someone who is not in it. */
export function permissionsIn(world: World, channel: Channel, userId: Snowflake): bigint | undefined {
  const guild = world.guilds.get(channel.guild_id ?? '');
  const member = guild && findMember(guild, userId);
  if (!guild || !member) return undefined;
  const place = isThread(channel) ? (world.channels.get(channel.parent_id ?? '') ?? channel) : channel;
  return permissionsOf(member, { guild, channel: place });
}

export function guildChannels(world: World, guildId: Snowflake): Channel[] {
  return [...world.channels.values()].filter((channel) => channel.guild_id === guildId);
}

/** The messages of a channel that are in its history: those everybody sees. */
export function history(world: World, channelId: Snowflake): StoredMessage[] {
  return (world.messages.get(channelId) ?? []).filter((message) => message.visibleTo === undefined);
}

export function findMessage(world: World, channelId: Snowflake, messageId: Snowflake): StoredMessage | undefined {
  return world.messages.get(channelId)?.find((message) => message.api.id === messageId);
}

export function findMessageAnywhere(world: World, messageId: Snowflake): StoredMessage | undefined {
  for (const channelId of world.messages.keys()) {
    const found = findMessage(world, channelId, messageId);
    if (found) return found;
  }
  return undefined;
}

/** The direct messages between the bot and one person; made when they are first needed. */
export function dmChannel(world: World, person: User): Channel {
  const existing = [...world.channels.values()].find(
    (channel) => channel.type === CHANNEL.dm && channel.recipients?.[0]?.id === person.id,
  );
  if (existing) return existing;
  const id = world.makeId();
  const made: Channel = { id, type: CHANNEL.dm, last_message_id: null, flags: 0, recipients: [publicUser(person)] };
  world.channels.set(id, made);
  return made;
}
