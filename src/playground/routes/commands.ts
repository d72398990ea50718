// Application commands, global and of one server.
import type { Fault } from '../api-error.ts';
import { apiError } from '../api-error.ts';
import { checkCommand, checkCommands } from '../check-commands.ts';
import type { Call, Core, Route } from '../core.ts';
import { NO_CONTENT, ok } from '../core.ts';
import { guildOf } from '../find.ts';
import { asList, asRecord } from '../limits.ts';
import type { Command } from '../records.ts';

type Handler = Route['handle'];

function scoped(core: Core, { params }: Call): Command[] {
  if (params.application_id !== core.world.bot.id) throw apiError.unknownApplication();
  const guildId = params.guild_id;
  if (guildId !== undefined) guildOf(core, guildId);
  return [...core.world.commands.values()].filter((command) => command.guild_id === guildId);
}

function refuseFaults(faults: readonly Fault[]): void {
  if (faults.length > 0) throw apiError.invalidForm(faults);
}

/** An existing command of the same type and name keeps its id, as Discord does it. */
function toCommand(core: Core, body: Record<string, unknown>, before: Command | undefined, guildId?: string): Command {
  const permissions = body.default_member_permissions;
  const { id: _id, ...rest } = body;
  return {
    type: 1,
    description: '',
    name_localizations: null,
    description_localizations: null,
    contexts: null,
    integration_types: [0],
    nsfw: false,
    ...(rest as { name: string }),
    default_member_permissions: permissions === undefined || permissions === null ? null : String(permissions),
    id: before?.id ?? core.world.makeId(),
    application_id: core.world.bot.id,
    version: core.world.makeId(),
    ...(guildId === undefined ? {} : { guild_id: guildId }),
  };
}

function sameKey(body: Record<string, unknown>) {
  return (command: Command) => command.name === body.name && command.type === (body.type ?? 1);
}

const list: Handler = (core, call) => {
  const full = call.query.get('with_localizations') === 'true';
  return ok(scoped(core, call).map((command) => (full ? command : withoutLocalizations(command))));
};

function withoutLocalizations(command: Command) {
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = command;
  return rest;
}

const replaceAll: Handler = (core, call) => {
  const before = scoped(core, call);
  if (!Array.isArray(call.body)) throw apiError.badJson();
  refuseFaults(checkCommands(call.body));
  const bodies = asList(call.body);
  const made = bodies.map((body) => toCommand(core, body, before.find(sameKey(body)), call.params.guild_id));
  for (const command of before) core.world.commands.delete(command.id);
  for (const command of made) core.world.commands.set(command.id, command);
  core.changes.tell({ kind: 'commands' });
  return ok(made);
};

const create: Handler = (core, call) => {
  const before = scoped(core, call);
  const body = asRecord(call.body);
  refuseFaults([...checkCommand(body, [])]);
  const existing = before.find(sameKey(body));
  const made = toCommand(core, body, existing, call.params.guild_id);
  refuseFaults(checkCommands([...before.filter((command) => command !== existing), made]));
  core.world.commands.set(made.id, made);
  core.changes.tell({ kind: 'commands' });
  return { status: existing ? 200 : 201, body: made };
};

function one(core: Core, call: Call): Command {
  const found = scoped(core, call).find((command) => command.id === call.params.command_id);
  if (!found) throw apiError.unknownCommand();
  return found;
}

const edit: Handler = (core, call) => {
  const before = one(core, call);
  const body = { ...before, ...asRecord(call.body) };
  refuseFaults(checkCommand(body, []));
  const made = toCommand(core, body, before, before.guild_id);
  core.world.commands.set(made.id, made);
  core.changes.tell({ kind: 'commands' });
  return ok(made);
};

const remove: Handler = (core, call) => {
  core.world.commands.delete(one(core, call).id);
  core.changes.tell({ kind: 'commands' });
  return NO_CONTENT;
};

function routesUnder(base: string): Route[] {
  return [
    { method: 'GET', path: base, handle: list },
    { method: 'PUT', path: base, handle: replaceAll },
    { method: 'POST', path: base, handle: create },
    { method: 'GET', path: `${base}/{command_id}`, handle: (core, call) => ok(one(core, call)) },
    { method: 'PATCH', path: `${base}/{command_id}`, handle: edit },
    { method: 'DELETE', path: `${base}/{command_id}`, handle: remove },
  ];
}

export const commandRoutes: readonly Route[] = [
  ...routesUnder('/applications/{application_id}/commands'),
  ...routesUnder('/applications/{application_id}/guilds/{guild_id}/commands'),
  {
    method: 'GET',
    path: '/applications/{application_id}/guilds/{guild_id}/commands/permissions',
    handle: (core, call) => ok(guildOf(core, call.params.guild_id) && []),
  },
];
