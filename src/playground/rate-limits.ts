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
  /** Whether it is the limit of the whole bot that is used up. */
  readonly isGlobal: boolean;
  readonly retryAfterMs: number;
  readonly headers: Record<string, string>;
}

export type TakeToken = (match: Match) => Verdict;

/** The whole bot, but for its answers to interactions. */
const GLOBAL: Rate = { limit: 50, perMs: 1000 };

const NONE: Rate = { limit: Number.POSITIVE_INFINITY, perMs: 0 };

interface Bucket {
  used: number;
  readonly limit: number;
  readonly resetAt: number;
}

/** `easy` never makes a test wait but still tells its headers; `discord` limits as Discord does. */
export function rateLimits(clock: Clock, kind: Kind): TakeToken {
  const bucketNamed = bucketsOf(clock);
  const { table, other } = ratesOf(kind);
  return (match) => {
    const name = `${match.route.method} ${match.route.path}`;
    const rate = table[name] ?? other;
    const own = bucketNamed(`${name} ${majorOf(match)}`, rate);
    const whole = kind === 'discord' && !match.route.open ? GLOBAL : NONE;
    const everything = bucketNamed(`everything up to ${whole.limit}`, whole);
    const isGlobal = everything.used >= everything.limit;
    const allowed = !isGlobal && own.used < own.limit;
    if (allowed) for (const bucket of [own, everything]) bucket.used += 1;
    const retryAfterMs = (isGlobal ? everything : own).resetAt - clock.now();
    return { allowed, isGlobal, retryAfterMs, headers: headersOf(own, name, clock.now()) };
  };
}

function bucketsOf(clock: Clock): (key: string, rate: Rate) => Bucket {
  const buckets = new Map<string, Bucket>();
  return (key, { limit, perMs }) => {
    const known = buckets.get(key);
    const bucket = known && known.resetAt > clock.now() ? known : { used: 0, limit, resetAt: clock.now() + perMs };
    if (buckets.size > KEPT_BUCKETS) forgetOld(buckets, clock.now());
    buckets.set(key, bucket);
    return bucket;
  };
}

/** Every interaction has a bucket of its own, and is soon forgotten. */
const KEPT_BUCKETS = 1000;

function forgetOld(buckets: Map<string, Bucket>, now: number): void {
  for (const [key, { resetAt }] of buckets) if (resetAt <= now) buckets.delete(key);
}

type Kind = 'easy' | 'discord' | Readonly<Record<string, Rate>>;

function ratesOf(kind: Kind): { readonly table: Readonly<Record<string, Rate>>; readonly other: Rate } {
  if (kind === 'discord') return { table: DISCORD_RATES, other: OTHER };
  return { table: kind === 'easy' ? {} : kind, other: EASY };
}

/** The parameters that Discord counts apart. */
function majorOf({ params }: Match): string {
  return params.channel_id ?? params.guild_id ?? params.webhook_token ?? params.interaction_token ?? '';
}

function headersOf({ used, limit, resetAt }: Bucket, name: string, now: number): Record<string, string> {
  return {
    'X-RateLimit-Limit': String(limit),
    'X-RateLimit-Remaining': String(limit - used),
    'X-RateLimit-Reset': (resetAt / 1000).toFixed(3),
    'X-RateLimit-Reset-After': ((resetAt - now) / 1000).toFixed(3),
    'X-RateLimit-Bucket': createHash('md5').update(name).digest('hex'),
  };
}
