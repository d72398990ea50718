// Interactions at our own edge: what dispatch reads of discord.js's objects, and a record of what it did with them.

import { type Interaction, MessageFlags, PermissionsBitField } from 'discord.js';
import type { Message } from '../../src/discord/render/message.ts';

export const GUILD = '100000000000000001';
export const USER = '200000000000000001';

interface Given {
  readonly locale?: string;
  /** null: in a DM. */
  readonly guildId?: string | null;
  /** Only the person has installed the app. */
  readonly userInstalled?: boolean;
  readonly permissions?: bigint;
  readonly userId?: string;
}

export interface CommandGiven extends Given {
  readonly name: string;
  readonly sub?: string;
  readonly options?: Readonly<Record<string, string | number | boolean>>;
  /** Text of the message of a message menu. */
  readonly target?: string;
}

export interface PressGiven extends Given {
  readonly customId: string;
  readonly values?: readonly string[];
  /** The message that carries the button. */
  readonly on?: Message;
  readonly isEphemeral?: boolean;
  /** Who asked for that message. */
  readonly askedBy?: string;
}

export interface Done {
  readonly verb: 'deferReply' | 'deferUpdate' | 'editReply' | 'followUp' | 'respond' | 'reply' | 'showModal';
  readonly body: unknown;
  readonly private: boolean;
}

export interface FakeInteraction {
  readonly interaction: Interaction;
  readonly done: Done[];
  /** The last message that was shown. */
  readonly shown: () => Message;
}

const MANAGE = PermissionsBitField.Flags.ManageGuild;

export function fakeCommand(given: CommandGiven): FakeInteraction {
  const { options = {} } = given;
  const value = (name: string) => options[name] ?? null;
  return build(given, {
    commandName: given.name,
    isChatInputCommand: () => given.target === undefined,
    isMessageContextMenuCommand: () => given.target !== undefined,
    targetMessage: { content: given.target ?? '' },
    options: {
      getSubcommand: () => given.sub ?? null,
      getString: value,
      getInteger: value,
      getBoolean: value,
      getAttachment: value,
      get: (name: string) => (name in options ? { value: options[name] } : null),
    },
  });
}

export function fakeTyping(given: CommandGiven & { readonly option: string; readonly typed: string }): FakeInteraction {
  return build(given, {
    commandName: given.name,
    isAutocomplete: () => true,
    options: {
      getSubcommand: () => given.sub ?? null,
      getFocused: () => ({ name: given.option, value: given.typed }),
    },
  });
}

export function fakePress(given: PressGiven): FakeInteraction {
  const flags = new Set<number>(given.isEphemeral ? [MessageFlags.Ephemeral] : []);
  return build(given, {
    customId: given.customId,
    isMessageComponent: () => true,
    isStringSelectMenu: () => given.values !== undefined,
    values: given.values,
    message: {
      flags,
      interactionMetadata: { user: { id: given.askedBy ?? USER } },
      components: (given.on?.components ?? []).map((component) => ({ toJSON: () => component })),
    },
  });
}

export interface SubmitGiven extends Given {
  readonly customId: string;
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
}

export function fakeSubmit(given: SubmitGiven): FakeInteraction {
  return build(given, {
    customId: given.customId,
    isModalSubmit: () => true,
    components: Object.entries(given.fields).map(([customId, value]) => ({
      component: typeof value === 'string' ? { customId, value } : { customId, values: value },
    })),
  });
}

function build(given: Given, own: object): FakeInteraction {
  const done: Done[] = [];
  const guildId = given.guildId === undefined ? GUILD : given.guildId;
  const no = () => false;
  const isPrivate = (body: unknown): boolean =>
    (Number((body as { flags?: number } | undefined)?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const record = (verb: Done['verb']) => async (body?: unknown) => {
    done.push({ verb, body, private: isPrivate(body) });
    if (verb === 'deferReply') Object.assign(interaction, { deferred: true, ephemeral: isPrivate(body) });
    if (verb === 'deferUpdate') Object.assign(interaction, { deferred: true });
  };
  const interaction = {
    id: '300000000000000001',
    locale: given.locale ?? 'en-US',
    guildId,
    guild: null,
    authorizingIntegrationOwners: { 0: given.userInstalled ? undefined : (guildId ?? '0') },
    memberPermissions: guildId === null ? null : new PermissionsBitField(given.permissions ?? MANAGE),
    user: { id: given.userId ?? USER },
    ephemeral: null,
    deferred: false,
    isAutocomplete: no,
    isChatInputCommand: no,
    isMessageContextMenuCommand: no,
    isMessageComponent: no,
    isModalSubmit: no,
    isStringSelectMenu: no,
    deferReply: record('deferReply'),
    deferUpdate: record('deferUpdate'),
    editReply: record('editReply'),
    followUp: record('followUp'),
    respond: record('respond'),
    reply: record('reply'),
    showModal: record('showModal'),
    ...own,
  };
  const shown = () => done.findLast(({ verb }) => verb === 'editReply' || verb === 'followUp')?.body as Message;
  return { interaction: interaction as unknown as Interaction, done, shown };
}
