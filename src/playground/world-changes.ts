// Changes to servers, channels and people while the bot is connected: each is told to its clients as Discord would.
import type { ChannelOptions, GuildOptions, MemberOptions, OverwriteOptions, PersonOptions } from './build-guild.ts';
import { addBot, addChannel, addGuild, addMember, addPerson, overwrite } from './build-guild.ts';
import type { Core } from './core.ts';
import { MESSAGE_INTENTS } from './gateway.ts';
import type { PermissionName } from './permissions.ts';
import { presentWholeGuild } from './present.ts';
import type { Channel, Guild, Person } from './records.ts';
import type { Snowflake } from './snowflake.ts';
import { findMember } from './world.ts';

export interface WorldChanges {
  addPerson(options: PersonOptions): Person;
  addGuild(options: GuildOptions): Guild;
  addChannel(guildId: Snowflake, options: ChannelOptions): Channel;
  addMember(guildId: Snowflake, options: MemberOptions): void;
  /** Invites the bot to a server it is not in. */
  inviteBot(guildId: Snowflake, permissions?: readonly PermissionName[] | 'administrator'): void;
  removeBot(guildId: Snowflake): void;
  /** Replaces the overwrites of a channel. */
  setOverwrites(channelId: Snowflake, overwrites: readonly OverwriteOptions[]): void;
  deleteChannel(channelId: Snowflake): void;
}

export function worldChanges(core: Core): WorldChanges {
  const { world } = core;
  const tell = (event: string, data: unknown, guildId: Snowflake | undefined) => {
    core.gateway.dispatch(event, data, { guildId, intents: MESSAGE_INTENTS.guilds });
    core.changes.tell({ kind: 'channels' });
  };
  const guildNamed = (id: Snowflake) => {
    const guild = world.guilds.get(id);
    if (!guild) throw new Error(`There is no server ${id}`);
    return guild;
  };
  const channelNamed = (id: Snowflake) => {
    const channel = world.channels.get(id);
    if (!channel) throw new Error(`There is no channel ${id}`);
    return channel;
  };
  return {
    addPerson: (options) => addPerson(world, options),
    addGuild(options) {
      const guild = addGuild(world, options);
      if (findMember(guild, world.bot.id)) tell('GUILD_CREATE', presentWholeGuild(world, guild), guild.id);
      return guild;
    },
    addChannel(guildId, options) {
      const channel = addChannel(world, guildNamed(guildId), options);
      tell('CHANNEL_CREATE', channel, guildId);
      return channel;
    },
    addMember: (guildId, options) => addMember(world, guildNamed(guildId), options),
    inviteBot(guildId, permissions = []) {
      const guild = guildNamed(guildId);
      if (!findMember(guild, world.bot.id)) addBot(world, guild, permissions);
      tell('GUILD_CREATE', presentWholeGuild(world, guild), guildId);
    },
    removeBot(guildId) {
      const guild = guildNamed(guildId);
      guild.members = guild.members.filter((member) => member.userId !== world.bot.id);
      tell('GUILD_DELETE', { id: guildId }, guildId);
    },
    setOverwrites(channelId, overwrites) {
      const channel = channelNamed(channelId);
      const guild = guildNamed(channel.guild_id ?? '');
      channel.permission_overwrites = overwrites.map((one) => overwrite(world, guild, one));
      tell('CHANNEL_UPDATE', channel, guild.id);
    },
    deleteChannel(channelId) {
      const channel = channelNamed(channelId);
      world.channels.delete(channelId);
      world.messages.delete(channelId);
      tell('CHANNEL_DELETE', channel, channel.guild_id);
    },
  };
}
