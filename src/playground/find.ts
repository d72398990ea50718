// Finds what a request names, as far as the bot may know of it; what it may not is Discord's error.
import { apiError } from './api-error.ts';
import type { Core } from './core.ts';
import type { PermissionName } from './permissions.ts';
import { DM_PERMISSIONS, PERMISSION } from './permissions.ts';
import type { Channel, Guild, StoredMessage } from './records.ts';
import { findMember, findMessage, isThread, permissionsIn } from './world.ts';

export function guildOf(core: Core, id: string | undefined): Guild {
  const guild = core.world.guilds.get(id ?? '');
  if (!guild) throw apiError.unknownGuild();
  if (!findMember(guild, core.world.bot.id)) throw apiError.missingAccess();
  return guild;
}

/** The channel, when the bot sees it. */
export function channelOf(core: Core, id: string | undefined): Channel {
  const channel = core.world.channels.get(id ?? '');
  if (!channel) throw apiError.unknownChannel();
  if (!(botPermissions(core, channel) & PERMISSION.VIEW_CHANNEL)) throw apiError.missingAccess();
  return channel;
}

export function botPermissions(core: Core, channel: Channel): bigint {
  if (channel.guild_id === undefined) return DM_PERMISSIONS;
  return permissionsIn(core.world, channel, core.world.bot.id) ?? 0n;
}

/** The bot has all of these here, or Discord says Missing Permissions. */
export function requirePermissions(core: Core, channel: Channel, names: readonly PermissionName[]): void {
  const bits = botPermissions(core, channel);
  if (names.some((name) => !(bits & PERMISSION[name]))) throw apiError.missingPermissions();
}

export function sendPermission(channel: Channel): PermissionName {
  return isThread(channel) ? 'SEND_MESSAGES_IN_THREADS' : 'SEND_MESSAGES';
}

/** A message of the channel's history. */
export function messageOf(core: Core, channel: Channel, id: string | undefined): StoredMessage {
  const found = findMessage(core.world, channel.id, id ?? '');
  if (!found || found.visibleTo !== undefined) throw apiError.unknownMessage();
  return found;
}
