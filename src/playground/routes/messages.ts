// Messages of a channel: written, read, changed, removed, crossposted.
import { apiError } from '../api-error.ts';
import { checkMessage, isEmptyMessage } from '../check-message.ts';
import type { Call, Core, Route } from '../core.ts';
import { NO_CONTENT, ok } from '../core.ts';
import { channelOf, messageOf, requirePermissions, sendPermission } from '../find.ts';
import { asList } from '../limits.ts';
import type { PermissionName } from '../permissions.ts';
import { presentMessage, presentToBot } from '../present.ts';
import type { Channel, StoredMessage } from '../records.ts';
import { CHANNEL, FLAG } from '../records.ts';
import { compareSnowflakes } from '../snowflake.ts';
import { history } from '../world.ts';
import type { MessageBody } from '../write-message.ts';
import { changeMessage, removeMessage, writeMessage } from '../write-message.ts';

type Handler = Route['handle'];

/** "A few minutes", says the documentation. */
const NONCE_MEMORY_MS = 5 * 60_000;

const CREATE_FLAGS = FLAG.suppressEmbeds | FLAG.suppressNotifications | FLAG.componentsV2 | (1 << 13);

/** Refuses a body as Discord would: an empty message by a code of its own, everything else as a form error. */
export function checkedMessage(
  call: Pick<Call, 'body' | 'files'>,
  value = call.body,
  path: string[] = [],
): MessageBody {
  const faults = checkMessage(value, { files: call.files, path });
  if (faults.length > 0) throw apiError.invalidForm(faults);
  if (isEmptyMessage(value, call.files)) throw apiError.emptyMessage();
  return value as MessageBody;
}

function requireForBody(core: Core, channel: Channel, call: Pick<Call, 'body' | 'files'>, body: MessageBody): void {
  const names: PermissionName[] = [sendPermission(channel)];
  if (asList(body.embeds).length > 0) names.push('EMBED_LINKS');
  if (call.files.length > 0) names.push('ATTACH_FILES');
  if (body.message_reference) names.push('READ_MESSAGE_HISTORY');
  requirePermissions(core, channel, names);
}

const create: Handler = (core, call) => {
  const channel = channelOf(core, call.params.channel_id);
  if (channel.type === CHANNEL.forum || channel.type === CHANNEL.category) throw apiError.wrongChannelKind();
  const body = checkedMessage(call);
  if (isClosed(core, channel)) throw apiError.closedDm();
  requireForBody(core, channel, call, body);
  const twin = body.enforce_nonce ? sameNonce(core, channel, body.nonce) : undefined;
  if (twin) return ok({ ...presentMessage(core.world, twin), nonce: twin.api.nonce });
  const flags = (body.flags ?? 0) & CREATE_FLAGS;
  const stored = writeMessage(core, { channel, author: core.world.bot, body: { ...body, flags }, files: call.files });
  return ok({ ...presentMessage(core.world, stored), nonce: stored.api.nonce });
};

function isClosed(core: Core, channel: Channel): boolean {
  const to = channel.recipients?.[0]?.id;
  return channel.type === CHANNEL.dm && core.world.people.get(to ?? '')?.closedDm === true;
}

function sameNonce(core: Core, channel: Channel, nonce: MessageBody['nonce']): StoredMessage | undefined {
  const since = core.world.clock.now() - NONCE_MEMORY_MS;
  return history(core.world, channel.id).find(
    ({ api }) =>
      api.nonce !== undefined &&
      String(api.nonce) === String(nonce) &&
      api.author.id === core.world.bot.id &&
      Date.parse(api.timestamp) >= since,
  );
}

const list: Handler = (core, { params, query }) => {
  const channel = channelOf(core, params.channel_id);
  const limit = Number(query.get('limit') ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    const message = 'int value should be between 1 and 100.';
    throw apiError.invalidForm([{ path: ['limit'], code: 'NUMBER_TYPE_RANGE', message }]);
  }
  try {
    requirePermissions(core, channel, ['READ_MESSAGE_HISTORY']);
  } catch {
    return ok([]);
  }
  const found = windowOf(history(core.world, channel.id), { query, limit });
  return ok(found.reverse().map((message) => presentToBot(core.world, message)));
};

/** Oldest first; `after` takes those nearest to it, the others the newest. */
function windowOf(all: readonly StoredMessage[], { query, limit }: { query: URLSearchParams; limit: number }) {
  const { before, after, around } = Object.fromEntries(query);
  if (around !== undefined) {
    const older = all.filter((one) => compareSnowflakes(one.api.id, around) < 0).slice(-Math.floor(limit / 2));
    const newer = all.filter((one) => compareSnowflakes(one.api.id, around) >= 0);
    return [...older, ...newer.slice(0, limit - older.length)];
  }
  if (after !== undefined) return all.filter((one) => compareSnowflakes(one.api.id, after) > 0).slice(0, limit);
  if (before !== undefined) return all.filter((one) => compareSnowflakes(one.api.id, before) < 0).slice(-limit);
  return all.slice(-limit);
}

const read: Handler = (core, { params }) => {
  const channel = channelOf(core, params.channel_id);
  requirePermissions(core, channel, ['READ_MESSAGE_HISTORY']);
  return ok(presentToBot(core.world, messageOf(core, channel, params.message_id)));
};

const edit: Handler = (core, call) => {
  const channel = channelOf(core, call.params.channel_id);
  const stored = messageOf(core, channel, call.params.message_id);
  if (stored.api.author.id !== core.world.bot.id) throw apiError.notOwnMessage();
  return ok(presentMessage(core.world, editChecked(core, stored, call)));
};

/** Checks an edit together with what the message has already, and does it. */
export function editChecked(core: Core, stored: StoredMessage, call: Pick<Call, 'body' | 'files'>): StoredMessage {
  const { api } = stored;
  const has = api.attachments.map((one) => one.filename);
  const faults = checkMessage(call.body, {
    files: call.files,
    flags: api.flags & FLAG.componentsV2,
    has,
    isEdit: true,
  });
  if (faults.length > 0) throw apiError.invalidForm(faults);
  const body = call.body as MessageBody;
  const after = {
    content: body.content === undefined ? api.content : body.content,
    embeds: body.embeds === undefined ? api.embeds : body.embeds,
    components: body.components === undefined ? api.components : body.components,
  };
  const keeps = body.attachments ? asList(body.attachments).length : api.attachments.length;
  if (isEmptyMessage(after, call.files) && keeps === 0) throw apiError.emptyMessage();
  return changeMessage(core, stored, { body, files: call.files });
}

const remove: Handler = (core, { params }) => {
  const channel = channelOf(core, params.channel_id);
  const stored = messageOf(core, channel, params.message_id);
  if (stored.api.author.id !== core.world.bot.id) requirePermissions(core, channel, ['MANAGE_MESSAGES']);
  removeMessage(core, stored);
  return NO_CONTENT;
};

const crosspost: Handler = (core, { params }) => {
  const channel = channelOf(core, params.channel_id);
  const stored = messageOf(core, channel, params.message_id);
  if (channel.type !== CHANNEL.announcement) throw apiError.wrongChannelKind();
  const own = stored.api.author.id === core.world.bot.id;
  requirePermissions(core, channel, own ? ['SEND_MESSAGES'] : ['SEND_MESSAGES', 'MANAGE_MESSAGES']);
  if (stored.api.flags & FLAG.crossposted) throw apiError.alreadyCrossposted();
  stored.api.flags |= FLAG.crossposted;
  core.changes.tell({ kind: 'edit', message: stored });
  return ok(presentMessage(core.world, stored));
};

const MESSAGES = '/channels/{channel_id}/messages';

export const messageRoutes: readonly Route[] = [
  { method: 'GET', path: MESSAGES, handle: list },
  { method: 'POST', path: MESSAGES, handle: create },
  { method: 'GET', path: `${MESSAGES}/{message_id}`, handle: read },
  { method: 'PATCH', path: `${MESSAGES}/{message_id}`, handle: edit },
  { method: 'DELETE', path: `${MESSAGES}/{message_id}`, handle: remove },
  { method: 'POST', path: `${MESSAGES}/{message_id}/crosspost`, handle: crosspost },
];
