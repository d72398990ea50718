// Threads: from a message, without one, and as a forum's post with its first message.
import { apiError } from '../api-error.ts';
import type { Call, Core, Route } from '../core.ts';
import { NO_CONTENT } from '../core.ts';
import { channelOf, messageOf, requirePermissions } from '../find.ts';
import { asRecord, checkCount, checkText, LIMIT } from '../limits.ts';
import { presentMessage } from '../present.ts';
import type { Channel } from '../records.ts';
import { CHANNEL, FLAG } from '../records.ts';
import { writeMessage } from '../write-message.ts';
import { checkedMessage } from './messages.ts';

type Handler = Route['handle'];

interface ThreadBody {
  readonly name: string;
  readonly type?: number;
  readonly auto_archive_duration?: number;
  readonly applied_tags?: string[];
  readonly rate_limit_per_user?: number;
}

function checkedThread(value: unknown): ThreadBody {
  const body = asRecord(value);
  const duration = body.auto_archive_duration;
  const faults = [
    ...checkText(body.name, ['name'], { min: 1, max: LIMIT.threadName, required: true }),
    ...checkCount(body.applied_tags, ['applied_tags'], { max: LIMIT.appliedTags }),
  ];
  if (duration !== undefined && duration !== null && ![60, 1440, 4320, 10_080].includes(Number(duration))) {
    const message = 'Value must be one of (60, 1440, 4320, 10080).';
    faults.push({ path: ['auto_archive_duration'], code: 'BASE_TYPE_CHOICES', message });
  }
  if (faults.length > 0) throw apiError.invalidForm(faults);
  return body as unknown as ThreadBody;
}

function openThread(
  core: Core,
  parent: Channel,
  { id, body, type }: { id: string; body: ThreadBody; type: number },
): Channel {
  const now = new Date(core.world.clock.now()).toISOString();
  const thread: Channel = {
    id,
    type,
    ...(parent.guild_id === undefined ? {} : { guild_id: parent.guild_id }),
    parent_id: parent.id,
    name: body.name,
    owner_id: core.world.bot.id,
    last_message_id: null,
    rate_limit_per_user: body.rate_limit_per_user ?? 0,
    message_count: 0,
    total_message_sent: 0,
    member_count: 1,
    flags: 0,
    ...(body.applied_tags ? { applied_tags: body.applied_tags } : {}),
    thread_metadata: {
      archived: false,
      auto_archive_duration: body.auto_archive_duration ?? parent.default_auto_archive_duration ?? 4320,
      archive_timestamp: now,
      create_timestamp: now,
      locked: false,
    },
  };
  core.world.channels.set(id, thread);
  const data = { ...thread, newly_created: true };
  core.gateway.dispatch('THREAD_CREATE', data, { guildId: parent.guild_id, intents: 1 });
  core.changes.tell({ kind: 'channels' });
  return thread;
}

function publicType(parent: Channel): number {
  return parent.type === CHANNEL.announcement ? CHANNEL.announcementThread : CHANNEL.publicThread;
}

const fromMessage: Handler = (core, { params, body }) => {
  const parent = channelOf(core, params.channel_id);
  const stored = messageOf(core, parent, params.message_id);
  const checked = checkedThread(body);
  if (parent.type !== CHANNEL.text && parent.type !== CHANNEL.announcement) throw apiError.wrongChannelKind();
  requirePermissions(core, parent, ['CREATE_PUBLIC_THREADS']);
  if (stored.api.flags & FLAG.hasThread) throw apiError.threadExists();
  const thread = openThread(core, parent, { id: stored.api.id, body: checked, type: publicType(parent) });
  stored.api.flags |= FLAG.hasThread;
  core.changes.tell({ kind: 'edit', message: stored });
  return { status: 201, body: thread };
};

const withoutMessage: Handler = (core, call) => {
  const parent = channelOf(core, call.params.channel_id);
  if (parent.type === CHANNEL.forum) return forumPost(core, parent, call);
  const body = checkedThread(call.body);
  if (parent.type !== CHANNEL.text && parent.type !== CHANNEL.announcement) throw apiError.wrongChannelKind();
  const type = body.type ?? CHANNEL.privateThread;
  requirePermissions(core, parent, [
    type === CHANNEL.privateThread ? 'CREATE_PRIVATE_THREADS' : 'CREATE_PUBLIC_THREADS',
  ]);
  return { status: 201, body: openThread(core, parent, { id: core.world.makeId(), body, type }) };
};

/** A post's first message has the id of its thread. */
function forumPost(core: Core, parent: Channel, call: Call) {
  const body = checkedThread(call.body);
  const message = checkedMessage(call, asRecord(call.body).message, ['message']);
  requirePermissions(core, parent, ['SEND_MESSAGES']);
  const known = new Set(parent.available_tags?.map((tag) => tag.id));
  if (body.applied_tags?.some((tag) => !known.has(tag))) {
    throw apiError.invalidForm([{ path: ['applied_tags'], code: 'UNKNOWN_TAG', message: 'Unknown tag' }]);
  }
  const id = core.world.makeId();
  const thread = openThread(core, parent, { id, body, type: CHANNEL.publicThread });
  const flags = (message.flags ?? 0) & (FLAG.suppressEmbeds | FLAG.suppressNotifications | FLAG.componentsV2);
  const stored = writeMessage(core, {
    channel: thread,
    author: core.world.bot,
    body: { ...message, flags },
    files: call.files,
    more: { id },
  });
  parent.last_message_id = id;
  return { status: 201, body: { ...thread, message: presentMessage(core.world, stored) } };
}

/** Whoever writes in a public thread is in it; joining and leaving change nothing here. */
const membership: Handler = (core, { params }) => {
  channelOf(core, params.channel_id);
  return NO_CONTENT;
};

export const threadRoutes: readonly Route[] = [
  { method: 'PUT', path: '/channels/{channel_id}/thread-members/@me', handle: membership },
  { method: 'DELETE', path: '/channels/{channel_id}/thread-members/@me', handle: membership },
  { method: 'POST', path: '/channels/{channel_id}/messages/{message_id}/threads', handle: fromMessage },
  { method: 'POST', path: '/channels/{channel_id}/threads', handle: withoutMessage },
];
