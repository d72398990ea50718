// What a person does in Discord's window: runs commands, clicks, chooses, fills in, writes.
import type { CommandInput, Given } from './command-data.ts';
import { commandData, NotPossible } from './command-data.ts';
import { componentNamed, isSelect } from './components.ts';
import type { Core } from './core.ts';
import type { Interaction } from './interaction.ts';
import { modalData } from './modal-data.ts';
import { presentMessage } from './present.ts';
import type { Channel, Component, Message, Person, StoredMessage } from './records.ts';
import type { Patience, Reply } from './reply.ts';
import { whenAnswered } from './reply.ts';
import { selectData } from './select-data.ts';
import type { Snowflake } from './snowflake.ts';
import { startInteraction } from './start-interaction.ts';
import { findCommand, visibleCommands } from './visible-commands.ts';
import { dmChannel, findMessageAnywhere } from './world.ts';
import { writeMessage } from './write-message.ts';

export interface SlashInput extends Patience {
  readonly channelId: Snowflake;
  /** `sources add`, without the slash. */
  readonly command: string;
  /** Values by option name; ids for channels, roles and people. */
  readonly options?: Readonly<Record<string, Given>>;
}

export interface AutocompleteInput extends SlashInput {
  /** The option being typed; what is typed so far stands in `options`. */
  readonly focused: string;
}

export interface MenuInput extends Patience {
  /** The name of a message command, and the message it is used on. */
  readonly command: string;
  readonly messageId: Snowflake;
}

export interface PersonActions {
  readonly user: Person;
  slash(input: SlashInput): Promise<Reply>;
  /** Resolves with the choices on offer. */
  autocomplete(input: AutocompleteInput): Promise<Reply>;
  menu(input: MenuInput): Promise<Reply>;
  click(messageId: Snowflake, customId: string, patience?: Patience): Promise<Reply>;
  select(messageId: Snowflake, customId: string, values: readonly string[], patience?: Patience): Promise<Reply>;
  /** Fills in the modal that `reply` opened: values by the inputs' custom ids; the others keep what they showed. */
  submitModal(
    reply: Pick<Reply, 'interactionId'>,
    values: Readonly<Record<string, string | readonly string[]>>,
    patience?: Patience,
  ): Promise<Reply>;
  /** Writes a message. */
  send(channelId: Snowflake, content: string): Message;
  /** What this person sees in a channel, oldest first: the history and the replies for him alone. */
  messages(channelId: Snowflake): Message[];
  /** The channel of direct messages with the bot. */
  dm(): Channel;
  /** Names of the commands on offer in a channel, message menus included. */
  commands(channelId: Snowflake): string[];
}

export function createPerson(core: Core, user: Person): PersonActions {
  const answer = (interaction: Interaction, patience: Patience = {}) => whenAnswered(core, interaction, patience);
  return {
    user,
    slash: async (input) => answer(startCommand(core, user, input), input),
    autocomplete: async (input) => answer(startCommand(core, user, input, input.focused), input),
    menu: async (input) => answer(startMenu(core, user, input), input),
    click: async (messageId, customId, patience) => answer(startClick(core, user, { messageId, customId }), patience),
    select: async (messageId, customId, values, patience) =>
      answer(startClick(core, user, { messageId, customId, values }), patience),
    submitModal: async (reply, values, patience) => answer(startModal(core, user, { reply, values }), patience),
    send(channelId, content) {
      const channel = channelNamed(core, channelId);
      const stored = writeMessage(core, { channel, author: user, body: { content } });
      return structuredClone(stored.api);
    },
    messages: (channelId) =>
      (core.world.messages.get(channelId) ?? [])
        .filter(({ visibleTo }) => visibleTo === undefined || visibleTo === user.id)
        .map((stored) => structuredClone(presentMessage(core.world, stored))),
    dm: () => dmChannel(core.world, user),
    commands: (channelId) => visibleCommands(core, channelNamed(core, channelId), user).map((command) => command.name),
  };
}

function channelNamed(core: Core, id: Snowflake): Channel {
  const channel = core.world.channels.get(id);
  if (!channel) throw new NotPossible(`There is no channel ${id}`);
  return channel;
}

export function startCommand(core: Core, person: Person, input: SlashInput, focused?: string): Interaction {
  const channel = channelNamed(core, input.channelId);
  const found = findCommand(visibleCommands(core, channel, person), input.command);
  if (!found) throw new NotPossible(`${person.username} is not offered /${input.command} here`);
  const typed: CommandInput = {
    channel,
    person,
    options: input.options ?? {},
    ...(focused === undefined ? {} : { focused }),
  };
  const data = commandData(core, found, typed);
  const command = [found.command.name, ...found.under.map((one) => one.name)].join(' ');
  return startInteraction(core, { type: focused === undefined ? 2 : 4, person, channel, data, command });
}

export function startMenu(core: Core, person: Person, { command, messageId }: MenuInput): Interaction {
  const target = messageNamed(core, person, messageId);
  const channel = channelNamed(core, target.api.channel_id);
  const found = visibleCommands(core, channel, person).find((one) => one.type === 3 && one.name === command);
  if (!found) throw new NotPossible(`${person.username} is not offered the menu ${command} here`);
  const resolved = { messages: { [messageId]: presentMessage(core.world, target) } };
  const data = { id: found.id, name: found.name, type: 3, target_id: messageId, resolved };
  return startInteraction(core, { type: 2, person, channel, data, command });
}

/** The message, when this person sees it. */
function messageNamed(core: Core, person: Person, id: Snowflake): StoredMessage {
  const found = findMessageAnywhere(core.world, id);
  const isHidden = found?.visibleTo !== undefined && found.visibleTo !== person.id;
  if (!found || isHidden) throw new NotPossible(`${person.username} sees no message ${id}`);
  return found;
}

export interface ClickInput {
  readonly messageId: Snowflake;
  readonly customId: string;
  readonly values?: readonly string[];
}

export function startClick(core: Core, person: Person, { messageId, customId, values }: ClickInput): Interaction {
  const source = messageNamed(core, person, messageId);
  const component = componentNamed(source.api.components, customId);
  if (!component) throw new NotPossible(`The message has no component ${customId}`);
  if (component.disabled) throw new NotPossible(`The component ${customId} is disabled`);
  if (isSelect(component) !== (values !== undefined))
    throw new NotPossible(`${customId} is no ${values ? 'select' : 'button'}`);
  const channel = channelNamed(core, source.api.channel_id);
  const data = componentData(core, component, { channel, person, values });
  return startInteraction(core, { type: 3, person, channel, data, source });
}

function componentData(
  core: Core,
  component: Component,
  { values, ...place }: { channel: Channel; person: Person; values: readonly string[] | undefined },
) {
  const base = { component_type: component.type, custom_id: component.custom_id, id: component.id };
  return values === undefined ? base : { ...base, ...selectData(core, component, { ...place, values }) };
}

export interface ModalInput {
  readonly reply: Pick<Reply, 'interactionId'>;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
}

export function startModal(core: Core, person: Person, { reply, values }: ModalInput): Interaction {
  const opener = [...core.interactions.values()].find((one) => one.id === reply.interactionId);
  if (!opener?.modal || opener.userId !== person.id) throw new NotPossible('There is no modal to submit');
  const channel = channelNamed(core, opener.channelId);
  const data = modalData(core, opener.modal, { channel, person, values });
  return startInteraction(core, { type: 5, person, channel, data, opener, source: opener.source });
}
