// What the bot may do in a channel, and what a member may do with the bot.

import {
  ChannelType,
  type Guild,
  type GuildBasedChannel,
  PermissionFlagsBits,
  type PermissionsString,
} from 'discord.js';

/** What a digest wants to do beyond posting. */
export interface PostNeeds {
  /** A thread is opened for each post. */
  readonly thread?: boolean;
  readonly pingRoleId?: string | undefined;
}

const THREADS = new Set([ChannelType.PublicThread, ChannelType.PrivateThread, ChannelType.AnnouncementThread]);

/** Names of the permissions that the bot lacks for posting there; an unknown channel is one that it cannot see. */
export function lackingIn(
  guild: Guild | null | undefined,
  channelId: string,
  needs: PostNeeds,
): readonly PermissionsString[] {
  if (guild === null || guild === undefined) return [];
  const channel = guild.channels.cache.get(channelId);
  const granted = channel && guild.members.me ? channel.permissionsFor(guild.members.me) : null;
  if (channel === undefined || granted === null) return ['ViewChannel'];
  return needed(channel, guild, needs).filter((name) => !granted.has(PermissionFlagsBits[name]));
}

/** History is read only to find out, after a crash, whether a post has gone out. */
function needed(channel: GuildBasedChannel, guild: Guild, needs: PostNeeds): PermissionsString[] {
  const names: PermissionsString[] = ['ViewChannel', 'ReadMessageHistory'];
  names.push(THREADS.has(channel.type as ChannelType.PublicThread) ? 'SendMessagesInThreads' : 'SendMessages');
  if (needs.thread) names.push('CreatePublicThreads');
  if (needs.pingRoleId !== undefined && !guild.roles.cache.get(needs.pingRoleId)?.mentionable) {
    names.push('MentionEveryone');
  }
  return names;
}
