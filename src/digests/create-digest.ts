// Making a digest: everything about it is checked before it is stored, and its first run is worked out.

import type { Problem } from '../errors.ts';
import type { Owner } from '../scope.ts';
import type { Store } from '../store/contract.ts';
import { findTopics } from '../topics/find-topic.ts';
import type { Topic } from '../topics/topic.ts';
import type { Digest } from './digest.ts';
import { nextRun } from './next-run.ts';
import { parseSchedule } from './parse-schedule.ts';

export const MAX_DIGESTS = 25;
const NAME_LENGTH = 60;

export interface DigestWish
  extends Pick<Digest, 'channelId' | 'stories' | 'style' | 'pingRoleId' | 'silent' | 'thread' | 'publish' | 'ifEmpty'> {
  readonly owner: Owner;
  /** Comma-separated names or ids; undefined means all. */
  readonly topics: string | undefined;
  readonly at: string | undefined;
  readonly cron: string | undefined;
  readonly days: string | undefined;
  readonly timezone: string | undefined;
  readonly name: string | undefined;
}

export interface CreateDigestDeps {
  readonly store: Pick<Store, 'digests' | 'topics' | 'guilds'>;
  readonly now: () => number;
}

export async function createDigest(wish: DigestWish, { store, now }: CreateDigestDeps): Promise<Digest | Problem> {
  const { owner, topics: topicNames, at, cron, days, timezone, name: wantedName, ...rest } = wish;
  const known = await store.digests.list(owner);
  if (known.length >= MAX_DIGESTS) return { problem: 'quota', what: 'digests', limit: MAX_DIGESTS };
  const zone = timezone ?? (await store.guilds.settings(owner)).timezone;
  const schedule = parseSchedule({ at, cron, days, timezone: zone });
  if ('problem' in schedule) return schedule;
  const topics = findTopics(await store.topics.list(owner), topicNames ?? '');
  if ('problem' in topics) return topics;
  const name = wantedName?.trim() || freeName(topics, known);
  if (name.length > NAME_LENGTH) return { problem: 'name-too-long', limit: NAME_LENGTH };
  if (known.some((one) => one.name.toLowerCase() === name.toLowerCase())) return { problem: 'already-exists', name };
  const createdAt = now();
  return store.digests.create({
    ...rest,
    owner,
    name,
    topics: topics.map(({ id }) => id),
    schedule,
    paused: false,
    createdAt,
    dueAt: nextRun(schedule, createdAt)?.at,
  });
}

/** "Energy, Rail", else "News"; numbered where that is taken. */
function freeName(topics: readonly Topic[], known: readonly Digest[]): string {
  const base = (topics.map(({ name }) => name).join(', ') || 'News').slice(0, NAME_LENGTH - 4);
  const taken = new Set(known.map(({ name }) => name.toLowerCase()));
  let name = base;
  for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${base} ${n}`;
  return name;
}
