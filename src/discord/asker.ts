// Reads from an interaction who asks and what: from here on nothing knows discord.js's objects.

import {
  ApplicationIntegrationType,
  type AutocompleteInteraction,
  type BaseInteraction,
  type ChatInputCommandInteraction,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import { guildScope, type Owner, personScope, STARTER } from '../scope.ts';
import { wordsFor } from '../words.ts';
import type { Ask, Asker, Options, Pressed, Submitted, Typing } from './command.ts';
import { lackingIn } from './permissions.ts';
import type { Mention } from './render/problem.ts';

export type CommandCall = ChatInputCommandInteraction | MessageContextMenuCommandInteraction;

/** The server that has added the bot and in which this happens; undefined in DMs and where only the person has installed it. */
export function serverOf(interaction: BaseInteraction): string | undefined {
  const installedIn = interaction.authorizingIntegrationOwners[ApplicationIntegrationType.GuildInstall];
  return interaction.guildId !== null && installedIn === interaction.guildId ? interaction.guildId : undefined;
}

export function mayManage(interaction: BaseInteraction): boolean {
  return interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
}

export function askerOf(interaction: BaseInteraction, isPrivate: boolean, mention: Mention): Asker {
  const server = serverOf(interaction);
  return {
    userId: interaction.user.id,
    scope: server === undefined ? personScope : guildScope(server),
    owner: server === undefined ? STARTER : (server as Owner),
    words: wordsFor(interaction.locale),
    private: isPrivate,
    mayManage: server !== undefined && mayManage(interaction),
    mention,
  };
}

/** `progress` is the dispatcher's: it needs the acknowledgement. */
export function askOf(interaction: CommandCall, isPrivate: boolean, mention: Mention): Omit<Ask, 'progress'> {
  const isMenu = interaction.isMessageContextMenuCommand();
  return {
    ...askerOf(interaction, isPrivate, mention),
    sub: isMenu ? '' : (interaction.options.getSubcommand(false) ?? ''),
    options: isMenu ? NO_OPTIONS : optionsOf(interaction),
    target: isMenu ? interaction.targetMessage.content : undefined,
    lacks: (channelId, needs) => lackingIn(interaction.guild, channelId, needs),
  };
}

function optionsOf({ options }: ChatInputCommandInteraction): Options {
  return {
    string: (name) => options.getString(name) ?? undefined,
    integer: (name) => options.getInteger(name) ?? undefined,
    boolean: (name) => options.getBoolean(name) ?? undefined,
    id: (name) => {
      const value = options.get(name)?.value;
      return value === undefined ? undefined : String(value);
    },
    file: (name) => {
      const file = options.getAttachment(name);
      return file === null ? undefined : { url: file.url, size: file.size };
    },
  };
}

const NO_OPTIONS: Options = {
  string: () => undefined,
  integer: () => undefined,
  boolean: () => undefined,
  id: () => undefined,
  file: () => undefined,
};

export function typingOf(interaction: AutocompleteInteraction, mention: Mention): Typing {
  const { name, value } = interaction.options.getFocused(true);
  return {
    ...askerOf(interaction, true, mention),
    sub: interaction.options.getSubcommand(false) ?? '',
    option: name,
    typed: value,
  };
}

export function pressedOf(interaction: MessageComponentInteraction, isPrivate: boolean, mention: Mention): Pressed {
  const parts = interaction.message.components.map((component) => component.toJSON());
  return {
    ...askerOf(interaction, isPrivate, mention),
    customId: interaction.customId,
    beside: idsOf(parts),
    values: interaction.isStringSelectMenu() ? interaction.values : [],
    text: textOf(parts),
  };
}

export function submittedOf(interaction: ModalSubmitInteraction, mention: Mention): Submitted {
  const { customId, components, guild } = interaction;
  const inputs = components.flatMap((part) => ('component' in part ? [part.component] : []));
  const input = (name: string) => inputs.find((one) => one.customId === name);
  return {
    ...askerOf(interaction, true, mention),
    customId,
    text: (name) => {
      const found = input(name);
      return found !== undefined && 'value' in found ? String(found.value ?? '') : '';
    },
    chosen: (name) => {
      const found = input(name);
      return found !== undefined && 'values' in found ? found.values[0] : undefined;
    },
    lacks: (channelId, needs) => lackingIn(guild, channelId, needs),
  };
}

/** Whoever asked for a message may change it with its buttons; a private one has no other reader. */
export function isOwnMessage({ message, user }: MessageComponentInteraction): boolean {
  return message.flags.has(MessageFlags.Ephemeral) || message.interactionMetadata?.user.id === user.id;
}

function idsOf(parts: readonly object[]): string[] {
  return parts.flatMap((part) => {
    const own = 'custom_id' in part ? [String(part.custom_id)] : [];
    return 'components' in part ? [...own, ...idsOf(part.components as object[])] : own;
  });
}

function textOf(parts: readonly object[]): string {
  return parts
    .map((part) => {
      if ('content' in part) return String(part.content);
      return 'components' in part ? textOf(part.components as object[]) : '';
    })
    .join('\n');
}
