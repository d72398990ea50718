// The bot's answers to interactions: the callback within three seconds, then follow-ups and edits for fifteen minutes.
import type { Fault } from '../api-error.ts';
import { apiError } from '../api-error.ts';
import { checkMessage, isEmptyMessage } from '../check-message.ts';
import { checkChoices, checkModal } from '../check-modal.ts';
import type { Answer, Call, Core, Route } from '../core.ts';
import { NO_CONTENT, ok } from '../core.ts';
import type { Interaction, Modal } from '../interaction.ts';
import { RESPONSE_LIMIT_MS, TOKEN_LIMIT_MS } from '../interaction.ts';
import { asRecord } from '../limits.ts';
import { presentMessage } from '../present.ts';
import type { Choice, StoredMessage } from '../records.ts';
import { FLAG } from '../records.ts';
import { publicUser } from '../world.ts';
import type { MessageBody } from '../write-message.ts';
import { removeMessage, writeMessage } from '../write-message.ts';
import { editChecked } from './messages.ts';

type Handler = Route['handle'];

/** Writes what one callback type means; a kind that does not fit the interaction is refused. */
type Callback = (core: Core, interaction: Interaction, call: Call) => void;

const WRITE_FLAGS = FLAG.suppressEmbeds | FLAG.ephemeral | FLAG.suppressNotifications | FLAG.componentsV2;

function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw apiError.invalidForm(faults);
}

function wrongCallback(): never {
  const message = 'This callback type does not fit the interaction.';
  throw apiError.invalidForm([{ path: ['type'], code: 'INTERACTION_CALLBACK_TYPE_INVALID', message }]);
}

function write(core: Core, interaction: Interaction, call: Pick<Call, 'files'> & { body: MessageBody }): StoredMessage {
  const { world } = core;
  const channel = world.channels.get(interaction.channelId);
  const person = world.people.get(interaction.userId);
  if (!channel || !person) throw apiError.unknownChannel();
  const flags = (call.body.flags ?? 0) & (WRITE_FLAGS | FLAG.loading);
  const command = interaction.type === 2 ? interaction.command : undefined;
  return writeMessage(core, {
    channel,
    author: world.bot,
    body: { ...call.body, flags },
    files: call.files,
    visibleTo: flags & FLAG.ephemeral ? person.id : undefined,
    token: interaction.token,
    ...(command === undefined ? {} : { answers: { userId: person.id, command } }),
    more: {
      type: command === undefined ? 0 : 20,
      webhook_id: world.bot.id,
      interaction_metadata: metadataOf(core, interaction),
    },
  });
}

/** What a message tells of the interaction that it answers. */
function metadataOf(core: Core, { id, type, userId, source, opener, guildId }: Interaction): Record<string, unknown> {
  const person = core.world.people.get(userId);
  return {
    id,
    type,
    ...(person ? { user: publicUser(person) } : {}),
    authorizing_integration_owners: { 0: guildId ?? '0' },
    ...(type === 3 ? { interacted_message_id: source?.api.id } : {}),
    ...(opener ? { triggering_interaction_metadata: metadataOf(core, opener) } : {}),
  };
}

const reply: Callback = (core, interaction, call) => {
  const data = asRecord(call.body).data;
  refuse(checkMessage(data, { files: call.files, path: ['data'] }));
  if (isEmptyMessage(data, call.files)) throw apiError.emptyMessage();
  interaction.original = write(core, interaction, { body: data as MessageBody, files: call.files });
  interaction.state = 'replied';
};

const defer: Callback = (core, interaction, call) => {
  if (interaction.type === 4) wrongCallback();
  const wanted = Number(asRecord(asRecord(call.body).data).flags ?? 0);
  interaction.original = write(core, interaction, {
    body: { flags: (wanted & FLAG.ephemeral) | FLAG.loading },
    files: [],
  });
  interaction.state = 'thinking';
};

const acknowledge: Callback = (_core, interaction) => {
  if (interaction.source === undefined) wrongCallback();
  interaction.original = interaction.source;
  interaction.state = 'acknowledged';
};

const update: Callback = (core, interaction, call) => {
  if (interaction.source === undefined) wrongCallback();
  const body = asRecord(call.body).data ?? {};
  interaction.original = editChecked(core, interaction.source, { body, files: call.files });
  interaction.state = 'updated';
};

const choose: Callback = (_core, interaction, call) => {
  if (interaction.type !== 4) wrongCallback();
  const choices = asRecord(asRecord(call.body).data).choices;
  refuse(checkChoices(choices, ['data', 'choices']));
  interaction.choices = (choices ?? []) as Choice[];
  interaction.state = 'choices';
};

const openModal: Callback = (_core, interaction, call) => {
  if (interaction.type === 4 || interaction.type === 5) wrongCallback();
  const data = asRecord(call.body).data;
  refuse(checkModal(data, ['data']));
  interaction.modal = data as Modal;
  interaction.state = 'modal';
};

const CALLBACKS: Readonly<Record<number, Callback>> = {
  4: reply,
  5: defer,
  6: acknowledge,
  7: update,
  8: choose,
  9: openModal,
};

const callback: Handler = (core, call) => {
  const interaction = core.interactions.get(call.params.interaction_token ?? '');
  const now = call.at;
  if (!interaction || interaction.id !== call.params.interaction_id) throw apiError.unknownInteraction();
  if (interaction.firstResponseMs !== undefined) throw apiError.alreadyAcknowledged();
  if (interaction.state === 'failed' || now - interaction.startedAt > RESPONSE_LIMIT_MS) {
    throw apiError.unknownInteraction();
  }
  const type = Number(asRecord(call.body).type);
  const act = CALLBACKS[type];
  if (!act || (interaction.type === 4 && type !== 8)) wrongCallback();
  act(core, interaction, call);
  interaction.firstResponseMs = now - interaction.startedAt;
  interaction.cancelTimer();
  told(core, interaction);
  return call.query.get('with_response') === 'true' ? ok(responseOf(core, interaction, type)) : NO_CONTENT;
};

function responseOf(core: Core, interaction: Interaction, type: number) {
  const message = interaction.original && presentMessage(core.world, interaction.original);
  const flags = interaction.original?.api.flags ?? 0;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(message && type !== 6 ? { response_message_id: message.id } : {}),
      response_message_loading: (flags & FLAG.loading) !== 0,
      response_message_ephemeral: (flags & FLAG.ephemeral) !== 0,
    },
    resource: { type, ...(message && (type === 4 || type === 7 || type === 5) ? { message } : {}) },
  };
}

function told(core: Core, interaction: Interaction): void {
  interaction.steps += 1;
  core.changes.tell({ kind: 'interaction', interaction });
}

/** The interaction behind a token in a webhook's path, while the token is good. */
function interactionOf(core: Core, { params }: Call): Interaction {
  if (params.webhook_id !== core.world.bot.id) throw apiError.unknownWebhook();
  const interaction = core.interactions.get(params.webhook_token ?? '');
  if (!interaction) throw apiError.webhookToken();
  if (core.world.clock.now() - interaction.startedAt > TOKEN_LIMIT_MS) throw apiError.webhookToken();
  if (interaction.firstResponseMs === undefined) throw apiError.unknownWebhook();
  return interaction;
}

function messageOf(core: Core, call: Call): StoredMessage {
  const interaction = interactionOf(core, call);
  const id = call.params.message_id ?? '@original';
  const candidates = [interaction.original, ...interaction.followUps];
  const found = id === '@original' ? interaction.original : candidates.find((message) => message?.api.id === id);
  const exists = found && core.world.messages.get(found.api.channel_id)?.includes(found);
  if (!found || !exists) throw apiError.unknownMessage();
  return found;
}

const followUp: Handler = (core, call) => {
  const interaction = interactionOf(core, call);
  refuse(checkMessage(call.body, { files: call.files }));
  if (isEmptyMessage(call.body, call.files)) throw apiError.emptyMessage();
  // The first follow-up of a deferred reply takes its place: Discord keeps this for old bots.
  if (interaction.state === 'thinking' && interaction.original) return settleByEdit(core, interaction, call);
  const stored = write(core, interaction, { body: call.body as MessageBody, files: call.files });
  interaction.followUps.push(stored);
  told(core, interaction);
  return ok(presentMessage(core.world, stored));
};

function settleByEdit(core: Core, interaction: Interaction, call: Call): Answer {
  const stored = editChecked(core, interaction.original as StoredMessage, call);
  interaction.state = 'replied';
  told(core, interaction);
  return ok(presentMessage(core.world, stored));
}

const edit: Handler = (core, call) => {
  const stored = messageOf(core, call);
  const interaction = interactionOf(core, call);
  editChecked(core, stored, call);
  if (stored === interaction.original && interaction.state === 'thinking') interaction.state = 'replied';
  if (stored === interaction.original && interaction.state === 'acknowledged') interaction.state = 'updated';
  told(core, interaction);
  return ok(presentMessage(core.world, stored));
};

const remove: Handler = (core, call) => {
  const stored = messageOf(core, call);
  const interaction = interactionOf(core, call);
  removeMessage(core, stored);
  if (interaction.state === 'thinking') interaction.state = 'replied';
  told(core, interaction);
  return NO_CONTENT;
};

const read: Handler = (core, call) => ok(presentMessage(core.world, messageOf(core, call)));

const HOOK = '/webhooks/{webhook_id}/{webhook_token}';

function messageRoutes(path: string): Route[] {
  return [
    { method: 'GET', path, open: true, handle: read },
    { method: 'PATCH', path, open: true, handle: edit },
    { method: 'DELETE', path, open: true, handle: remove },
  ];
}

export const interactionRoutes: readonly Route[] = [
  { method: 'POST', path: '/interactions/{interaction_id}/{interaction_token}/callback', open: true, handle: callback },
  { method: 'POST', path: HOOK, open: true, handle: followUp },
  ...messageRoutes(`${HOOK}/messages/@original`),
  ...messageRoutes(`${HOOK}/messages/{message_id}`),
];
