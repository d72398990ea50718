// Makes servers, channels, roles, members and people from short descriptions.
import type { PermissionName } from './permissions.ts';
import { ALL_PERMISSIONS, EVERYONE_PERMISSIONS, permissionBits } from './permissions.ts';
import type { Channel, Guild, Overwrite, Person, Role } from './records.ts';
import { CHANNEL } from './records.ts';
import type { Snowflake } from './snowflake.ts';
import type { World } from './world.ts';
import { findMember, userFields } from './world.ts';

export interface PersonOptions {
  readonly id?: Snowflake;
  readonly name: string;
  readonly locale?: string;
  readonly closedDm?: boolean;
  /** The person has the app installed for himself. */
  readonly installed?: boolean;
}

export interface OverwriteOptions {
  /** A role's name, '@everyone', '@bot' for the bot, or an id. */
  readonly for: string;
  readonly allow?: readonly PermissionName[];
  readonly deny?: readonly PermissionName[];
}

export interface ChannelOptions {
  readonly id?: Snowflake;
  readonly name: string;
  readonly type?: 'text' | 'announcement' | 'forum' | 'category';
  readonly topic?: string;
  /** The category's id. */
  readonly parent?: Snowflake;
  readonly nsfw?: boolean;
  readonly overwrites?: readonly OverwriteOptions[];
  /** Names of a forum's tags. */
  readonly tags?: readonly string[];
}

export interface RoleOptions {
  readonly id?: Snowflake;
  readonly name: string;
  readonly permissions?: readonly PermissionName[];
  readonly mentionable?: boolean;
  readonly color?: number;
}

export interface MemberOptions {
  readonly user: Snowflake;
  /** Names of roles. */
  readonly roles?: readonly string[];
  readonly nick?: string;
}

export interface GuildOptions {
  readonly id?: Snowflake;
  readonly name: string;
  /** Its owner; without one, someone who does not appear. */
  readonly owner?: Snowflake;
  readonly locale?: string;
  readonly channels?: readonly ChannelOptions[];
  readonly roles?: readonly RoleOptions[];
  readonly members?: readonly MemberOptions[];
  /** What the bot's own role allows; default: what @everyone has. */
  readonly botPermissions?: readonly PermissionName[] | 'administrator';
  /** The bot is in the server (default), or has yet to be invited. */
  readonly withBot?: boolean;
}

export function addPerson(world: World, options: PersonOptions): Person {
  const person: Person = {
    ...userFields(options.id ?? world.makeId(), options.name),
    locale: options.locale ?? 'en-US',
    closedDm: options.closedDm ?? false,
  };
  world.people.set(person.id, person);
  if (options.installed) world.installedBy.add(person.id);
  return person;
}

export function addGuild(world: World, options: GuildOptions): Guild {
  const id = options.id ?? world.makeId();
  const joinedAt = world.clock.now();
  const guild: Guild = {
    id,
    name: options.name,
    ownerId: options.owner ?? world.makeId(),
    locale: options.locale ?? 'en-US',
    roles: [role(id, { name: '@everyone' }, EVERYONE_PERMISSIONS, 0)],
    members: [],
    joinedAt,
  };
  addPeople(world, guild, options);
  world.guilds.set(id, guild);
  for (const one of options.channels ?? []) addChannel(world, guild, one);
  return guild;
}

function addPeople(world: World, guild: Guild, options: GuildOptions): void {
  for (const one of options.roles ?? []) addRole(world, guild, one);
  for (const one of options.members ?? []) addMember(world, guild, one);
  if (options.owner && !findMember(guild, options.owner)) addMember(world, guild, { user: options.owner });
  if (options.withBot !== false) addBot(world, guild, options.botPermissions ?? []);
}

export function addRole(world: World, guild: Guild, options: RoleOptions): Role {
  const made = role(
    options.id ?? world.makeId(),
    options,
    permissionBits(options.permissions ?? []),
    guild.roles.length,
  );
  guild.roles.push(made);
  return made;
}

export function addMember(world: World, guild: Guild, options: MemberOptions): void {
  const names = options.roles ?? [];
  const roles = names.map((name) => roleNamed(guild, name).id);
  guild.members.push({ userId: options.user, roles, nick: options.nick ?? null, joinedAt: world.clock.now() });
}

/** The bot joins with a managed role of its own, as by an invite link. */
export function addBot(world: World, guild: Guild, permissions: readonly PermissionName[] | 'administrator'): void {
  const bits = permissions === 'administrator' ? ALL_PERMISSIONS : permissionBits(permissions);
  const name = world.bot.global_name ?? world.bot.username;
  const own = role(world.makeId(), { name }, bits, guild.roles.length);
  guild.roles.push({ ...own, managed: true, tags: { bot_id: world.bot.id } });
  guild.members.push({ userId: world.bot.id, roles: [own.id], nick: null, joinedAt: world.clock.now() });
}

export function addChannel(world: World, guild: Guild, options: ChannelOptions): Channel {
  const made: Channel = {
    id: options.id ?? world.makeId(),
    type: CHANNEL[options.type ?? 'text'],
    guild_id: guild.id,
    name: options.name,
    topic: options.topic ?? null,
    position: [...world.channels.values()].filter((channel) => channel.guild_id === guild.id).length,
    parent_id: options.parent ?? null,
    nsfw: options.nsfw ?? false,
    rate_limit_per_user: 0,
    permission_overwrites: (options.overwrites ?? []).map((one) => overwrite(world, guild, one)),
    last_message_id: null,
    flags: 0,
  };
  if (options.type === 'forum') made.available_tags = (options.tags ?? []).map((name) => forumTag(world, name));
  world.channels.set(made.id, made);
  return made;
}

export function overwrite(world: World, guild: Guild, options: OverwriteOptions): Overwrite {
  const allow = permissionBits(options.allow ?? []).toString();
  const deny = permissionBits(options.deny ?? []).toString();
  if (options.for === '@bot') return { id: world.bot.id, type: 1, allow, deny };
  if (findMember(guild, options.for)) return { id: options.for, type: 1, allow, deny };
  return { id: roleNamed(guild, options.for).id, type: 0, allow, deny };
}

function forumTag(world: World, name: string) {
  return { id: world.makeId(), name, moderated: false, emoji_id: null, emoji_name: null };
}

function roleNamed(guild: Guild, name: string): Role {
  const found = guild.roles.find((one) => one.name === name || one.id === name);
  if (!found) throw new Error(`No role ${name} in ${guild.name}`);
  return found;
}

function role(id: Snowflake, options: RoleOptions, permissions: bigint, position: number): Role {
  return {
    id,
    name: options.name,
    permissions: permissions.toString(),
    color: options.color ?? 0,
    colors: { primary_color: options.color ?? 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position,
    managed: false,
    mentionable: options.mentionable ?? false,
    flags: 0,
    icon: null,
    unicode_emoji: null,
  };
}
