// Makes, changes and removes messages, and tells the gateway and the page.
import type { AttachmentRequest } from './attachments.ts';
import { placeAttachments, storeFiles } from './attachments.ts';
import { completeComponents } from './components.ts';
import type { Core } from './core.ts';
import { MESSAGE_INTENTS } from './gateway.ts';
import type { AllowedMentions } from './mentions.ts';
import { findMentions } from './mentions.ts';
import { PERMISSION } from './permissions.ts';
import { presentMember, presentToBot } from './present.ts';
import type { Channel, Component, Embed, Message, StoredMessage, UploadedFile, User } from './records.ts';
import { CHANNEL, FLAG } from './records.ts';
import type { Snowflake } from './snowflake.ts';
import { findMember, isThread, permissionsIn, publicUser } from './world.ts';

/** The body of a request that writes a message, after it has been checked. */
export interface MessageBody {
  readonly content?: string | null;
  readonly embeds?: Embed[] | null;
  readonly components?: Component[] | null;
  readonly attachments?: AttachmentRequest[] | null;
  readonly allowed_mentions?: AllowedMentions | null;
  readonly flags?: number | null;
  readonly nonce?: string | number | null;
  readonly enforce_nonce?: boolean | null;
  readonly tts?: boolean | null;
  readonly message_reference?: { readonly message_id?: Snowflake; readonly type?: number } | null;
}

export interface NewMessage {
  readonly channel: Channel;
  readonly author: User;
  readonly body: MessageBody;
  readonly files?: readonly UploadedFile[];
  readonly visibleTo?: Snowflake | undefined;
  readonly token?: string;
  readonly answers?: StoredMessage['answers'];
  /** Fields that only some ways of writing set: type, webhook_id, interaction_metadata. */
  readonly more?: Partial<Message>;
}

export function writeMessage(core: Core, input: NewMessage): StoredMessage {
  const { world } = core;
  const { channel, author, body } = input;
  const id = world.makeId();
  const reference = body.message_reference?.message_id;
  const api: Message = {
    id,
    channel_id: channel.id,
    author: publicUser(author),
    timestamp: new Date(world.clock.now()).toISOString(),
    edited_timestamp: null,
    tts: body.tts ?? false,
    pinned: false,
    type: reference ? 19 : 0,
    flags: body.flags ?? 0,
    ...shownParts(core, input, []),
    ...(body.nonce === undefined || body.nonce === null ? {} : { nonce: body.nonce }),
    ...(author.bot ? { application_id: world.bot.id } : {}),
    ...(reference ? { message_reference: referenceTo(channel, reference) } : {}),
    ...input.more,
  };
  const stored: StoredMessage = {
    api,
    ...(input.visibleTo === undefined ? {} : { visibleTo: input.visibleTo }),
    ...(input.token === undefined ? {} : { token: input.token }),
    ...(input.answers === undefined ? {} : { answers: input.answers }),
  };
  const list = world.messages.get(channel.id) ?? [];
  list.push(stored);
  world.messages.set(channel.id, list);
  if (stored.visibleTo === undefined) countMessage(core, channel, id);
  announce(core, stored, 'MESSAGE_CREATE');
  core.changes.tell({ kind: 'message', message: stored });
  return stored;
}

function referenceTo(channel: Channel, messageId: Snowflake) {
  return {
    type: 0,
    message_id: messageId,
    channel_id: channel.id,
    ...(channel.guild_id ? { guild_id: channel.guild_id } : {}),
  };
}

function countMessage(core: Core, channel: Channel, id: Snowflake): void {
  channel.last_message_id = id;
  if (!isThread(channel)) return;
  channel.message_count = (channel.message_count ?? 0) + 1;
  channel.total_message_sent = (channel.total_message_sent ?? 0) + 1;
  if (channel.thread_metadata?.archived) {
    channel.thread_metadata.archived = false;
    core.changes.tell({ kind: 'channels' });
  }
}

/** The parts of a message that its writer decides; `kept` are attachments that an edit leaves in place. */
function shownParts(core: Core, input: NewMessage, kept: Message['attachments']) {
  const { world } = core;
  const { channel, author, body } = input;
  const embeds = structuredClone(body.embeds ?? []).map((embed) => ({ ...embed, type: 'rich' }));
  const components = structuredClone(body.components ?? []);
  completeComponents(components, world.makeId);
  const uploaded = storeFiles(core, input.files ?? [], {
    channelId: channel.id,
    ephemeral: input.visibleTo !== undefined,
    described: body.attachments ?? [],
  });
  const attachments = placeAttachments([...kept, ...uploaded], { embeds, components });
  const content = (body.content ?? '').trim();
  const bits = permissionsIn(world, channel, author.id) ?? 0n;
  const mentions = findMentions(world, {
    content,
    components,
    allowed: body.allowed_mentions ?? undefined,
    mayPingAll: (bits & PERMISSION.MENTION_EVERYONE) !== 0n,
  });
  return { content, embeds, components, attachments, ...mentions };
}

/** What is absent from the body stays; flags that cannot be edited stay too. */
export function changeMessage(
  core: Core,
  stored: StoredMessage,
  { body, files }: { readonly body: MessageBody; readonly files: readonly UploadedFile[] },
): StoredMessage {
  const { api } = stored;
  const channel = core.world.channels.get(api.channel_id);
  if (!channel) return stored;
  const wasLoading = (api.flags & FLAG.loading) !== 0;
  const kept = body.attachments
    ? api.attachments.filter((one) => body.attachments?.some((request) => String(request.id) === one.id))
    : api.attachments;
  const parts = shownParts(
    core,
    {
      channel,
      author: api.author,
      files,
      visibleTo: stored.visibleTo,
      body: {
        ...body,
        content: body.content === undefined ? api.content : body.content,
        embeds: body.embeds === undefined ? api.embeds : body.embeds,
        components: body.components === undefined ? api.components : body.components,
      },
    },
    kept,
  );
  const editable = FLAG.suppressEmbeds | FLAG.componentsV2;
  const wanted = body.flags ?? api.flags;
  const flags = ((api.flags & ~FLAG.suppressEmbeds) | (wanted & editable)) & ~FLAG.loading;
  const edited = wasLoading ? null : new Date(core.world.clock.now()).toISOString();
  Object.assign(api, { ...parts, flags, edited_timestamp: edited });
  announce(core, stored, 'MESSAGE_UPDATE');
  core.changes.tell({ kind: 'edit', message: stored });
  return stored;
}

export function removeMessage(core: Core, stored: StoredMessage): void {
  const { api } = stored;
  const list = core.world.messages.get(api.channel_id) ?? [];
  core.world.messages.set(
    api.channel_id,
    list.filter((one) => one !== stored),
  );
  const channel = core.world.channels.get(api.channel_id);
  if (stored.visibleTo === undefined && channel) {
    const data = { id: api.id, channel_id: api.channel_id, guild_id: channel.guild_id };
    core.gateway.dispatch('MESSAGE_DELETE', data, audienceOf(channel));
  }
  core.changes.tell({ kind: 'delete', channelId: api.channel_id, messageId: api.id });
}

function announce(core: Core, stored: StoredMessage, event: string): void {
  const channel = core.world.channels.get(stored.api.channel_id);
  if (!channel || stored.visibleTo !== undefined) return;
  const guild = core.world.guilds.get(channel.guild_id ?? '');
  const member = guild && findMember(guild, stored.api.author.id);
  const message = presentToBot(core.world, stored);
  const place = guild ? { guild_id: guild.id, ...(member ? { member: presentMember(core.world, member) } : {}) } : {};
  core.gateway.dispatch(event, { ...message, ...place }, audienceOf(channel));
}

function audienceOf(channel: Channel) {
  const intents = channel.type === CHANNEL.dm ? MESSAGE_INTENTS.dm : MESSAGE_INTENTS.guild;
  return { guildId: channel.guild_id, intents };
}
