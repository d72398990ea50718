// Records as the API and the gateway show them.
import type { Guild, Member, Message, StoredMessage } from './records.ts';
import type { World } from './world.ts';
import { findUser, guildChannels, history, isThread, publicUser } from './world.ts';

export function presentMember(world: World, member: Member): Record<string, unknown> {
  const user = findUser(world, member.userId);
  return {
    ...(user ? { user: publicUser(user) } : {}),
    nick: member.nick,
    avatar: null,
    banner: null,
    roles: member.roles,
    joined_at: new Date(member.joinedAt).toISOString(),
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
  };
}

/** `GET /guilds/{id}`: the server without its channels and members. */
export function presentGuild(guild: Guild): Record<string, unknown> {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    description: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    features: ['COMMUNITY', 'NEWS'],
    owner_id: guild.ownerId,
    preferred_locale: guild.locale,
    roles: guild.roles,
    emojis: [],
    stickers: [],
    afk_channel_id: null,
    afk_timeout: 300,
    application_id: null,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    nsfw: false,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    public_updates_channel_id: null,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    system_channel_flags: 0,
    system_channel_id: null,
    vanity_url_code: null,
    verification_level: 0,
    home_header: null,
    incidents_data: null,
    region: 'deprecated',
    widget_enabled: false,
    widget_channel_id: null,
    max_presences: null,
    max_stage_video_channel_users: 50,
    max_members: 500_000,
    max_video_channel_users: 25,
  };
}

/** The payload of GUILD_CREATE. */
export function presentWholeGuild(world: World, guild: Guild): Record<string, unknown> {
  const all = guildChannels(world, guild.id);
  const own = guild.members.filter((member) => member.userId === world.bot.id);
  return {
    ...presentGuild(guild),
    joined_at: new Date(guild.joinedAt).toISOString(),
    large: false,
    unavailable: false,
    member_count: guild.members.length,
    members: own.map((member) => presentMember(world, member)),
    channels: all.filter((channel) => !isThread(channel)),
    threads: all.filter((channel) => isThread(channel) && !channel.thread_metadata?.archived),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export function presentMessage(world: World, stored: StoredMessage): Message {
  const { nonce: _nonce, ...shown } = stored.api;
  const thread = stored.api.flags & 32 ? world.channels.get(stored.api.id) : undefined;
  return thread ? { ...shown, thread } : shown;
}

/**
 * As the REST API and the gateway give it to a bot without the privileged intent for messages' content: what other
 * people write in servers comes empty, unless they mention the bot. (Interactions do carry it.)
 */
export function presentToBot(world: World, stored: StoredMessage): Message {
  const message = presentMessage(world, stored);
  const isOwn = message.author.id === world.bot.id || message.mentions.some((user) => user.id === world.bot.id);
  const isDm = world.channels.get(message.channel_id)?.guild_id === undefined;
  return isOwn || isDm ? message : { ...message, content: '', embeds: [], attachments: [], components: [] };
}

export function presentHistory(world: World, channelId: string): Message[] {
  return history(world, channelId).map((message) => presentMessage(world, message));
}
