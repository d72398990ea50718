// The discord.js client: one unprivileged intent, no mentions, and caches no larger than what is asked of them.

import { Client, type ClientOptions, GatewayIntentBits, Options } from 'discord.js';
import type { Log } from '../log.ts';

export interface ClientParts {
  /** Base of the REST API; undefined means Discord's own. */
  readonly apiUrl: string | undefined;
  readonly log: Log;
  /** "auto", a count, or "0-3/16": the shards of this process and how many there are in all. */
  readonly shards?: string;
}

export function createClient({ apiUrl, log, shards = 'auto' }: ClientParts): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    ...shardOptions(shards),
    rest: { ...(apiUrl === undefined ? {} : { api: apiUrl }), timeout: 15_000, retries: 2 },
    makeCache: smallCaches(),
    sweepers: { ...Options.DefaultSweeperSettings },
  });
  client.on('error', (error) => log.error({ err: error }, 'Discord client'));
  client.on('warn', (warning) => log.warn({ warning }, 'Discord client'));
  client.on('shardDisconnect', ({ code }, shard) => log.warn({ shard, code }, 'disconnected from Discord'));
  client.on('shardReconnecting', (shard) => log.info({ shard }, 'connecting to Discord again'));
  client.on('shardResume', (shard) => log.info({ shard }, 'back on Discord'));
  client.rest.on('rateLimited', ({ route, timeToReset }) => log.debug({ route, timeToReset }, 'rate limited'));
  return client;
}

function shardOptions(shards: string): Pick<ClientOptions, 'shards' | 'shardCount'> {
  if (shards === 'auto') return { shards: 'auto' };
  const [range = '0', count] = shards.split('/');
  if (count === undefined) return { shardCount: Number(range) };
  const [first = 0, last = first] = range.split('-').map(Number);
  return { shards: Array.from({ length: last - first + 1 }, (_, i) => first + i), shardCount: Number(count) };
}

/** Guilds, channels, roles and the bot's own membership tell its permissions; nothing else is looked up. */
function smallCaches() {
  const onlySelf = {
    maxSize: 0,
    keepOverLimit: (one: { id: string; client: Client }) => one.id === one.client.user?.id,
  };
  return Options.cacheWithLimits({
    ...Options.DefaultMakeCacheSettings,
    ApplicationCommandManager: 0,
    AutoModerationRuleManager: 0,
    BaseGuildEmojiManager: 0,
    DMMessageManager: 0,
    EntitlementManager: 0,
    GuildBanManager: 0,
    GuildEmojiManager: 0,
    GuildInviteManager: 0,
    GuildMemberManager: onlySelf,
    GuildMessageManager: 0,
    GuildScheduledEventManager: 0,
    GuildStickerManager: 0,
    MessageManager: 0,
    PresenceManager: 0,
    ReactionManager: 0,
    ReactionUserManager: 0,
    StageInstanceManager: 0,
    ThreadMemberManager: 0,
    UserManager: onlySelf,
    VoiceStateManager: 0,
  });
}
