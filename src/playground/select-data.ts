// What choosing in a select sends: the values, and what the ids among them stand for.
import { NotPossible } from './command-data.ts';
import type { Core } from './core.ts';
import { presentMember } from './present.ts';
import type { Channel, Component, Person } from './records.ts';
import { COMPONENT } from './records.ts';
import { personPermissions } from './start-interaction.ts';
import { findMember, findUser, publicUser } from './world.ts';

export interface Selection {
  readonly channel: Channel;
  readonly person: Person;
  readonly values: readonly string[];
}

export function selectData(core: Core, component: Component, selection: Selection): Record<string, unknown> {
  const { values } = selection;
  const min = component.min_values ?? 1;
  const max = component.max_values ?? 1;
  if (values.length < min || values.length > max) {
    throw new NotPossible(`${component.custom_id} takes ${min} to ${max} values, not ${values.length}`);
  }
  if (component.type === COMPONENT.stringSelect) {
    const missing = values.find((value) => !component.options?.some((option) => option.value === value));
    if (missing !== undefined) throw new NotPossible(`${component.custom_id} does not offer ${missing}`);
    return { values };
  }
  return { values, resolved: Object.assign({}, ...values.map((id) => resolve(core, id, selection))) };
}

function resolve(core: Core, id: string, { channel, person }: Selection): Record<string, unknown> {
  const guild = core.world.guilds.get(channel.guild_id ?? '');
  const chosen = core.world.channels.get(id);
  if (chosen) {
    const permissions = String(personPermissions(core, chosen, person));
    return { channels: { [id]: { ...chosen, permissions } } };
  }
  const role = guild?.roles.find((one) => one.id === id);
  if (role) return { roles: { [id]: role } };
  const user = findUser(core.world, id);
  if (!user) throw new NotPossible(`There is nothing with the id ${id}`);
  const member = guild && findMember(guild, id);
  return {
    users: { [id]: publicUser(user) },
    ...(member ? { members: { [id]: presentMember(core.world, member) } } : {}),
  };
}
