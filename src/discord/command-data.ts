// Definitions of commands as Discord wants them, with every description taken from the catalogue in every language.

import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
  APIApplicationCommandOptionChoice,
} from 'discord.js';
import { hasWords, localised, wordsFor } from '../words.ts';
import type { CommandData } from './command.ts';

const MANAGE_GUILD = String(1n << 5n);
const IN_SERVERS = 0;
const EVERYWHERE = [0, 1, 2];
const FOR_SERVERS = 0;
const FOR_EVERYBODY = [0, 1];
const POST_CHANNELS = [0, 5, 10, 11, 12];

const english = wordsFor('en').say as (key: string) => string;

/** An option whose description is still to be found: that depends on the command it belongs to. */
export type OptionOf = (command: string) => APIApplicationCommandBasicOption;

interface Common {
  readonly required?: true;
}

interface StringOption extends Common {
  readonly autocomplete?: true;
  readonly max?: number;
  /** Values; their names are in the catalogue. */
  readonly choices?: readonly string[];
}

export function textOption(name: string, { autocomplete, max, choices, required }: StringOption = {}): OptionOf {
  const base = { type: 3, name, ...(required && { required }), ...(max && { max_length: max }) } as const;
  return (command) =>
    ({
      ...base,
      ...describe(`command.${command}.${name}`),
      ...(autocomplete && { autocomplete }),
      ...(choices && { choices: choices.map((value) => choiceOf(name, value)) }),
    }) as APIApplicationCommandBasicOption;
}

export function countOption(name: string, min: number, max: number): OptionOf {
  const range = { min_value: min, max_value: max };
  return (command) => ({ type: 4, name, ...describe(`command.${command}.${name}`), ...range });
}

export function yesOption(name: string): OptionOf {
  return (command) => ({ type: 5, name, ...describe(`command.${command}.${name}`) });
}

export function channelOption(name: string, { required }: Common = {}): OptionOf {
  return (command) => ({
    type: 7,
    name,
    ...describe(`command.${command}.${name}`),
    ...(required && { required }),
    channel_types: [...POST_CHANNELS],
  });
}

export function roleOption(name: string): OptionOf {
  return (command) => ({ type: 8, name, ...describe(`command.${command}.${name}`) });
}

export function fileOption(name: string, { required }: Common = {}): OptionOf {
  return (command) => ({
    type: 11,
    name,
    ...describe(`command.${command}.${name}`),
    ...(required && { required }),
  });
}

/** Servers, the bot's DM, and wherever a person has installed the app. */
export function askingCommand(name: string, options: readonly OptionOf[]): CommandData {
  return {
    type: 1,
    name,
    ...describe(`command.${name}.description`),
    options: options.map((option) => option(name)),
    contexts: EVERYWHERE,
    integration_types: FOR_EVERYBODY,
  };
}

export function managingCommand(name: string, subcommands: Readonly<Record<string, readonly OptionOf[]>>): CommandData {
  const options = Object.entries(subcommands).map(
    ([sub, own]): APIApplicationCommandOption => ({
      type: 1,
      name: sub,
      ...describe(`command.${name}.${sub}`),
      options: own.map((option) => option(name)),
    }),
  );
  return {
    type: 1,
    name,
    ...describe(`command.${name}.description`),
    options,
    contexts: [IN_SERVERS],
    integration_types: [FOR_SERVERS],
    default_member_permissions: MANAGE_GUILD,
  };
}

export function messageMenu(key: 'links'): CommandData {
  return {
    type: 3,
    name: english(`command.${key}.name`),
    name_localizations: localised(`command.${key}.name`),
    contexts: EVERYWHERE,
    integration_types: FOR_EVERYBODY,
  };
}

function describe(key: string) {
  return { description: english(key), description_localizations: localised(key) };
}

function choiceOf(option: string, value: string): APIApplicationCommandOptionChoice<string> {
  const key = `choice.${option}.${value}`;
  // A choice that is the name of a command has none but that.
  return hasWords(key) ? { name: english(key), name_localizations: localised(key), value } : { name: value, value };
}
