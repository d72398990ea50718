// Servers, their channels, roles and members; direct messages.
import { apiError } from '../api-error.ts';
import type { Route } from '../core.ts';
import { NO_CONTENT, ok } from '../core.ts';
import { channelOf, guildOf, requirePermissions } from '../find.ts';
import { asRecord, checkText, LIMIT } from '../limits.ts';
import { presentGuild, presentMember } from '../present.ts';
import type { Channel } from '../records.ts';
import { dmChannel, findMember, guildChannels, isThread } from '../world.ts';

type Handler = Route['handle'];

const member: Handler = (core, { params }) => {
  const guild = guildOf(core, params.guild_id);
  const id = params.user_id === '@me' ? core.world.bot.id : (params.user_id ?? '');
  const found = findMember(guild, id);
  if (!found) throw apiError.unknownMember();
  return ok(presentMember(core.world, found));
};

const role: Handler = (core, { params }) => {
  const found = guildOf(core, params.guild_id).roles.find((one) => one.id === params.role_id);
  if (!found) throw apiError.unknownRole();
  return ok(found);
};

const activeThreads: Handler = (core, { params }) => {
  const guild = guildOf(core, params.guild_id);
  const threads = guildChannels(core.world, guild.id).filter((one) => isThread(one) && !one.thread_metadata?.archived);
  return ok({ threads, members: [], has_more: false });
};

const editChannel: Handler = (core, { params, body }) => {
  const channel = channelOf(core, params.channel_id);
  requirePermissions(core, channel, [isThread(channel) ? 'MANAGE_THREADS' : 'MANAGE_CHANNELS']);
  const wanted = asRecord(body);
  const faults = [
    ...checkText(wanted.name, ['name'], { min: 1, max: LIMIT.channelName }),
    ...checkText(wanted.topic, ['topic'], { max: LIMIT.channelTopic }),
  ];
  if (faults.length > 0) throw apiError.invalidForm(faults);
  Object.assign(channel, pick(wanted, ['name', 'topic', 'nsfw', 'rate_limit_per_user', 'parent_id', 'applied_tags']));
  if (channel.thread_metadata) {
    Object.assign(channel.thread_metadata, pick(wanted, ['archived', 'locked', 'auto_archive_duration']));
  }
  const event = isThread(channel) ? 'THREAD_UPDATE' : 'CHANNEL_UPDATE';
  core.gateway.dispatch(event, channel, { guildId: channel.guild_id, intents: 1 });
  core.changes.tell({ kind: 'channels' });
  return ok(channel);
};

function pick(from: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.filter((key) => from[key] !== undefined).map((key) => [key, from[key]]));
}

const deleteChannel: Handler = (core, { params }) => {
  const channel = channelOf(core, params.channel_id);
  if (channel.guild_id === undefined) return ok(channel);
  requirePermissions(core, channel, [isThread(channel) ? 'MANAGE_THREADS' : 'MANAGE_CHANNELS']);
  core.world.channels.delete(channel.id);
  core.world.messages.delete(channel.id);
  const event = isThread(channel) ? 'THREAD_DELETE' : 'CHANNEL_DELETE';
  core.gateway.dispatch(event, channel, { guildId: channel.guild_id, intents: 1 });
  core.changes.tell({ kind: 'channels' });
  return ok(channel);
};

/** Discord opens the channel even to someone who takes no messages; writing into it is what fails. */
const openDm: Handler = (core, { body }) => {
  const person = core.world.people.get(String(asRecord(body).recipient_id));
  if (!person) {
    throw apiError.invalidForm([
      { path: ['recipient_id'], code: 'INVALID_RECIPIENT', message: 'Invalid Recipient(s)' },
    ]);
  }
  return ok(dmChannel(core.world, person));
};

const typing: Handler = (core, { params }) => {
  const channel = channelOf(core, params.channel_id);
  core.changes.tell({ kind: 'typing', channelId: channel.id });
  return NO_CONTENT;
};

const leave: Handler = (core, { params }) => {
  const guild = guildOf(core, params.guild_id);
  guild.members = guild.members.filter((one) => one.userId !== core.world.bot.id);
  core.gateway.dispatch('GUILD_DELETE', { id: guild.id }, { guildId: guild.id, intents: 1 });
  core.changes.tell({ kind: 'channels' });
  return NO_CONTENT;
};

export const guildRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/guilds/{guild_id}',
    handle: (core, call) => ok(presentGuild(guildOf(core, call.params.guild_id))),
  },
  {
    method: 'GET',
    path: '/guilds/{guild_id}/channels',
    handle: (core, call) => {
      const guild = guildOf(core, call.params.guild_id);
      return ok(guildChannels(core.world, guild.id).filter((one: Channel) => !isThread(one)));
    },
  },
  {
    method: 'GET',
    path: '/guilds/{guild_id}/roles',
    handle: (core, call) => ok(guildOf(core, call.params.guild_id).roles),
  },
  { method: 'GET', path: '/guilds/{guild_id}/roles/{role_id}', handle: role },
  { method: 'GET', path: '/guilds/{guild_id}/members/{user_id}', handle: member },
  { method: 'GET', path: '/guilds/{guild_id}/threads/active', handle: activeThreads },
  { method: 'DELETE', path: '/users/@me/guilds/{guild_id}', handle: leave },
  { method: 'POST', path: '/users/@me/channels', handle: openDm },
  {
    method: 'GET',
    path: '/channels/{channel_id}',
    handle: (core, call) => ok(channelOf(core, call.params.channel_id)),
  },
  { method: 'PATCH', path: '/channels/{channel_id}', handle: editChannel },
  { method: 'DELETE', path: '/channels/{channel_id}', handle: deleteChannel },
  { method: 'POST', path: '/channels/{channel_id}/typing', handle: typing },
];
