// Which commands a person is offered in a channel, as Discord's client decides it.
import type { Core } from './core.ts';
import { PERMISSION } from './permissions.ts';
import type { Channel, Command, CommandOption, Person } from './records.ts';
import { personPermissions } from './start-interaction.ts';
import { findMember } from './world.ts';

const IN_SERVER = 0;
const IN_BOT_DM = 1;
const GUILD_INSTALL = 0;
const USER_INSTALL = 1;

export function visibleCommands(core: Core, channel: Channel, person: Person): Command[] {
  return [...core.world.commands.values()].filter(
    (command) =>
      (command.guild_id === undefined || command.guild_id === channel.guild_id) &&
      fitsContext(command, channel) &&
      isInstalled(core, command, { channel, person }) &&
      isPermitted(core, command, { channel, person }),
  );
}

function fitsContext(command: Command, channel: Channel): boolean {
  const context = channel.guild_id === undefined ? IN_BOT_DM : IN_SERVER;
  if (command.contexts !== null) return command.contexts.includes(context);
  return context === IN_SERVER || (command.guild_id === undefined && command.dm_permission !== false);
}

interface Asking {
  readonly channel: Channel;
  readonly person: Person;
}

function isInstalled(core: Core, command: Command, { channel, person }: Asking): boolean {
  const guild = core.world.guilds.get(channel.guild_id ?? '');
  const byGuild = guild === undefined || findMember(guild, core.world.bot.id) !== undefined;
  if (byGuild && command.integration_types.includes(GUILD_INSTALL)) return true;
  return core.world.installedBy.has(person.id) && command.integration_types.includes(USER_INSTALL);
}

function isPermitted(core: Core, command: Command, { channel, person }: Asking): boolean {
  if (channel.guild_id === undefined) return true;
  const bits = personPermissions(core, channel, person);
  if (bits & PERMISSION.ADMINISTRATOR) return true;
  if (!(bits & PERMISSION.USE_APPLICATION_COMMANDS)) return false;
  if (command.default_member_permissions === null) return true;
  const needed = BigInt(command.default_member_permissions);
  return needed !== 0n && (bits & needed) === needed;
}

export interface FoundCommand {
  readonly command: Command;
  /** The words after the command's own name: a group and a subcommand, or one of them, or none. */
  readonly under: readonly CommandOption[];
  /** The options of what is finally called. */
  readonly options: readonly CommandOption[];
}

/** Finds `sources add` among them; undefined when no command goes by that name. */
export function findCommand(commands: readonly Command[], name: string): FoundCommand | undefined {
  const [first, ...rest] = name.replace(/^\//, '').trim().split(/\s+/);
  const command = commands.find((one) => one.type === 1 && one.name === first);
  if (!command) return undefined;
  const under: CommandOption[] = [];
  let options = command.options ?? [];
  for (const word of rest) {
    const next = options.find((option) => option.name === word && option.type <= 2);
    if (!next) return undefined;
    under.push(next);
    options = next.options ?? [];
  }
  return options.some((option) => option.type <= 2) ? undefined : { command, under, options };
}
