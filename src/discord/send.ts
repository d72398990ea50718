// Sends a digest's page to its channel so that it appears once, whatever breaks in between.

import { type APIMessage, type Client, DiscordAPIError, Routes, SnowflakeUtil } from 'discord.js';
import type { Deliver, Delivered, Delivery } from '../digests/delivery.ts';
import type { Log } from '../log.ts';
import { lackingIn } from './permissions.ts';

interface Sender {
  readonly client: Client;
  readonly log: Log;
}

/** Clocks differ a little, and a message's id tells Discord's time. */
const CLOCK_SLACK_MS = 120_000;
const MOST_PAGES_SEARCHED = 20;
const RETRY_MS = 30_000;
const ANNOUNCEMENTS = 5;

export function createDeliver(sender: Sender): Deliver {
  return async (delivery) => {
    try {
      const found = delivery.since === undefined ? undefined : await findSent(sender, delivery, delivery.since);
      if (typeof found === 'object') return found;
      const messageId = found ?? (await post(sender, delivery));
      await dress(sender, delivery, messageId);
      return { kind: found === undefined ? 'sent' : 'found', messageId };
    } catch (error) {
      return outcomeOf(error, sender, delivery);
    }
  };
}

async function post({ client }: Sender, { channelId, body, nonce }: Delivery): Promise<string> {
  const message = await client.rest.post(Routes.channelMessages(channelId), {
    body: { ...(body as object), nonce, enforce_nonce: true },
  });
  return (message as APIMessage).id;
}

/** The page in the channel, by a custom_id of its own; a refusal where the channel's history cannot be read. */
async function findSent(sender: Sender, delivery: Delivery, since: number): Promise<string | Delivered | undefined> {
  const { client } = sender;
  const missing = lacks(sender, delivery);
  if (missing.includes('ReadMessageHistory') || missing.includes('ViewChannel')) return refused(delivery, missing);
  const wanted = customIds([delivery.body as object]).filter((id) => id.includes(delivery.runKey));
  let after = SnowflakeUtil.generate({ timestamp: Math.max(0, since - CLOCK_SLACK_MS) }).toString();
  for (let page = 0; page < MOST_PAGES_SEARCHED; page++) {
    const query = new URLSearchParams({ after, limit: '100' });
    const messages = (await client.rest.get(Routes.channelMessages(delivery.channelId), { query })) as APIMessage[];
    const own = messages.filter(({ author }) => author.id === client.user?.id);
    const match = own.find((message) => customIds([message]).some((id) => wanted.includes(id)));
    if (match) return match.id;
    if (messages.length < 100) return undefined;
    after = messages.map(({ id }) => id).reduce((a, b) => (BigInt(a) > BigInt(b) ? a : b));
  }
  return undefined;
}

function customIds(parts: readonly object[]): string[] {
  return parts.flatMap((part) => [
    ...('custom_id' in part ? [String(part.custom_id)] : []),
    ...('components' in part ? customIds(part.components as object[]) : []),
  ]);
}

/** What comes after the message itself. The post stands whether or not this works, so it is only logged. */
async function dress(sender: Sender, delivery: Delivery, messageId: string): Promise<void> {
  const { client, log } = sender;
  const { channelId, threadName, publish } = delivery;
  try {
    if (threadName !== undefined) {
      await client.rest.post(Routes.threads(channelId, messageId), { body: { name: threadName.slice(0, 100) } });
    }
    if (publish && client.channels.cache.get(channelId)?.type === ANNOUNCEMENTS) {
      await client.rest.post(Routes.channelMessageCrosspost(channelId, messageId));
    }
  } catch (error) {
    log.warn({ err: error, channelId, messageId }, 'the digest was posted, but its thread or publishing failed');
  }
}

function outcomeOf(error: unknown, sender: Sender, delivery: Delivery): Delivered {
  if (!(error instanceof DiscordAPIError) || error.status >= 500 || error.status === 401 || error.status === 429) {
    sender.log.warn({ err: error, channelId: delivery.channelId }, 'Discord could not take a digest; trying again');
    return { kind: 'retry', afterMs: RETRY_MS };
  }
  if (error.status === 403 || error.status === 404) return refused(delivery, lacks(sender, delivery));
  sender.log.error({ err: error, channelId: delivery.channelId }, 'Discord refused a digest');
  return { kind: 'refused', problem: { problem: 'internal', reference: `discord-${error.code}` } };
}

/** Discord says no although nothing seems to be missing: then the channel is gone or hidden. */
function refused({ channelId }: Delivery, missing: readonly string[]): Delivered {
  const named = missing.length > 0 ? missing : ['ViewChannel', 'SendMessages'];
  return { kind: 'refused', problem: { problem: 'cannot-post', channelId, missing: named } };
}

function lacks({ client }: Sender, { channelId, threadName }: Delivery): readonly string[] {
  const channel = client.channels.cache.get(channelId);
  if (channel === undefined || channel.isDMBased()) return [];
  return lackingIn(channel.guild, channelId, { thread: threadName !== undefined });
}
