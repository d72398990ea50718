// Rate limits per route and major parameter, told in Discord's headers.
import { createHash } from 'node:crypto';
import type { Clock } from './clock.ts';
import type { Match } from './router.ts';

export interface Rate {
  readonly limit: number;
  readonly perMs: number;
}

/** What Discord's servers were seen to use for the routes that matter here; it documents no numbers. */
export const DISCORD_RATES: Readonly<Record<string, Rate>> = {
  'POST /channels/{channel_id}/messages': { limit: 5, perMs: 5000 },
  'PATCH /channels/{channel_id}/messages/{message_id}': { limit: 5, perMs: 5000 },
  'DELETE /channels/{channel_id}/messages/{message_id}': { limit: 5, perMs: 1000 },
  'POST /webhooks/{webhook_id}/{webhook_token}': { limit: 5, perMs: 2000 },
  'POST /channels/{channel_id}/messages/{message_id}/crosspost': { limit: 10, perMs: 3_600_000 },
  'POST /users/@me/channels': { limit: 10, perMs: 10_000 },
};

const EASY: Rate = { limit: 1000, perMs: 1000 };
const OTHER: Rate = { limit: 50, perMs: 1000 };

export interface Verdict {
  readonly allowed: boolean;
  readonly retryAfterMs: number;
  readonly headers: Record<string, string>;
}

export type TakeToken = (match: Match) => Verdict;

/** `easy` never makes a test wait but still tells its headers; `discord` limits as Discord does. */
export function rateLimits(clock: Clock, kind: 'easy' | 'discord' | Readonly<Record<string, Rate>>): TakeToken {
  const buckets = new Map<string, { used: number; resetAt: number }>();
  const table = typeof kind === 'string' ? (kind === 'discord' ? DISCORD_RATES : {}) : kind;
  const other = kind === 'discord' ? OTHER : EASY;
  return ({ route, params }) => {
    const name = `${route.method} ${route.path}`;
    const rate = table[name] ?? other;
    const major = params.channel_id ?? params.guild_id ?? params.webhook_token ?? params.interaction_token ?? '';
    const key = `${name} ${major}`;
    const now = clock.now();
    const known = buckets.get(key);
    const bucket = known && known.resetAt > now ? known : { used: 0, resetAt: now + rate.perMs };
    buckets.set(key, bucket);
    const allowed = bucket.used < rate.limit;
    if (allowed) bucket.used += 1;
    const retryAfterMs = bucket.resetAt - now;
    const headers = {
      'X-RateLimit-Limit': String(rate.limit),
      'X-RateLimit-Remaining': String(rate.limit - bucket.used),
      'X-RateLimit-Reset': (bucket.resetAt / 1000).toFixed(3),
      'X-RateLimit-Reset-After': (retryAfterMs / 1000).toFixed(3),
      'X-RateLimit-Bucket': createHash('md5').update(name).digest('hex'),
    };
    return { allowed, retryAfterMs, headers };
  };
}
