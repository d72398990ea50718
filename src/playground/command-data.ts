// Turns what a person typed into the data of a command's interaction, refusing what Discord's client would not send.
import { storeFiles } from './attachments.ts';
import type { Core } from './core.ts';
import { LIMIT, textLength } from './limits.ts';
import { presentMember } from './present.ts';
import type { Channel, CommandOption, Person } from './records.ts';
import { personPermissions } from './start-interaction.ts';
import type { FoundCommand } from './visible-commands.ts';
import { findMember, findUser, publicUser } from './world.ts';

/** A file for an option of the attachment type. */
export interface GivenFile {
  readonly name: string;
  readonly text?: string;
  readonly bytes?: Uint8Array;
  readonly contentType?: string;
}

export type Given = string | number | boolean | GivenFile;

/** What a person cannot do in Discord's own window: a command he is not offered, an option left out. */
export class NotPossible extends Error {
  override readonly name = 'NotPossible';
}

interface Resolved {
  users: Record<string, unknown>;
  members: Record<string, unknown>;
  roles: Record<string, unknown>;
  channels: Record<string, unknown>;
  attachments: Record<string, unknown>;
}

interface DataOption {
  readonly type: number;
  readonly name: string;
  readonly value?: unknown;
  readonly focused?: boolean;
  readonly options?: readonly DataOption[];
}

export interface CommandInput {
  readonly channel: Channel;
  readonly person: Person;
  readonly options: Readonly<Record<string, Given>>;
  /** The option being typed: an autocomplete, in which nothing has to be complete. */
  readonly focused?: string;
}

const TYPE = { string: 3, integer: 4, boolean: 5, user: 6, channel: 7, role: 8, mentionable: 9, number: 10, file: 11 };

export function commandData(core: Core, found: FoundCommand, input: CommandInput): Record<string, unknown> {
  const unknown = Object.keys(input.options).find((name) => !found.options.some((option) => option.name === name));
  if (unknown !== undefined) throw new NotPossible(`/${found.command.name} has no option ${unknown}`);
  const resolved: Resolved = { users: {}, members: {}, roles: {}, channels: {}, attachments: {} };
  const values = found.options.flatMap((option) => optionData(core, option, { input, resolved }));
  const options = found.under.reduceRight<DataOption[]>(
    (inner, { type, name }) => [{ type, name, options: inner }],
    values,
  );
  const { id, name, type, guild_id } = found.command;
  return {
    id,
    name,
    type,
    ...(guild_id === undefined ? {} : { guild_id }),
    ...(options.length > 0 ? { options } : {}),
    resolved: Object.fromEntries(Object.entries(resolved).filter(([, all]) => Object.keys(all).length > 0)),
  };
}

interface OptionContext {
  readonly input: CommandInput;
  readonly resolved: Resolved;
}

function optionData(core: Core, option: CommandOption, context: OptionContext): DataOption[] {
  const { input } = context;
  const given = input.options[option.name];
  const { type, name } = option;
  if (input.focused === name) return [{ type, name, value: String(given ?? ''), focused: true }];
  if (given === undefined) {
    if (option.required && input.focused === undefined) throw new NotPossible(`The option ${name} is required`);
    return [];
  }
  if (type === TYPE.file) return [{ type, name, value: resolveFile(core, given, context) }];
  if (input.focused === undefined) checkValue(option, given);
  if (type >= TYPE.user && type <= TYPE.mentionable) resolveId(core, String(given), context);
  return [{ type, name, value: given }];
}

function checkValue(option: CommandOption, given: Given): void {
  const reason = whatIsWrong(option, given);
  if (reason !== undefined) throw new NotPossible(`The option ${option.name} ${reason}`);
}

const KINDS: Readonly<Record<number, string>> = {
  [TYPE.integer]: 'number',
  [TYPE.number]: 'number',
  [TYPE.boolean]: 'boolean',
};

function whatIsWrong(option: CommandOption, given: Given): string | undefined {
  const expected = KINDS[option.type] ?? 'string';
  if (typeof given !== expected) return `takes a ${expected}`;
  if (option.type === TYPE.integer && !Number.isInteger(given)) return 'takes a whole number';
  if (option.choices?.length && !option.choices.some((choice) => choice.value === given)) {
    return `takes one of ${option.choices.map((choice) => choice.value).join(', ')}`;
  }
  const [size, min, max] = sizeOf(option, given);
  return size < min || size > max ? `must be between ${min} and ${max}` : undefined;
}

function sizeOf(option: CommandOption, given: Given): [number, number, number] {
  if (typeof given === 'number') return [given, option.min_value ?? -(2 ** 53), option.max_value ?? 2 ** 53];
  if (typeof given !== 'string') return [0, 0, 0];
  return [textLength(given), option.min_length ?? 0, option.max_length ?? 6000];
}

function resolveId(core: Core, id: string, { input, resolved }: OptionContext): void {
  const { world } = core;
  const guild = world.guilds.get(input.channel.guild_id ?? '');
  const channel = world.channels.get(id);
  const role = guild?.roles.find((one) => one.id === id);
  const user = findUser(world, id);
  if (channel)
    resolved.channels[id] = { ...channel, permissions: String(personPermissions(core, channel, input.person)) };
  else if (role) resolved.roles[id] = role;
  else if (user) {
    resolved.users[id] = publicUser(user);
    const member = guild && findMember(guild, id);
    if (member) resolved.members[id] = presentMember(world, member);
  } else throw new NotPossible(`There is nothing with the id ${id}`);
}

function resolveFile(core: Core, given: Given, { input, resolved }: OptionContext): string {
  if (typeof given !== 'object') throw new NotPossible('This option takes a file');
  const bytes = given.bytes ?? new TextEncoder().encode(given.text ?? '');
  if (bytes.byteLength > LIMIT.fileBytes) throw new NotPossible('The file is too large');
  const file = {
    field: 'files[0]',
    filename: given.name,
    contentType: given.contentType ?? 'application/octet-stream',
    bytes,
  };
  const [stored] = storeFiles(core, [file], { channelId: input.channel.id, ephemeral: true, described: [] });
  if (!stored) throw new NotPossible('The file could not be stored');
  resolved.attachments[stored.id] = stored;
  return stored.id;
}
