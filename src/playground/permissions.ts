// Who may do what where: Discord's documented way from roles and overwrites to one number.
import type { Channel, Guild, Member } from './records.ts';
import type { Snowflake } from './snowflake.ts';

export const PERMISSION = {
  KICK_MEMBERS: 1n << 1n,
  BAN_MEMBERS: 1n << 2n,
  ADMINISTRATOR: 1n << 3n,
  MANAGE_CHANNELS: 1n << 4n,
  MANAGE_GUILD: 1n << 5n,
  ADD_REACTIONS: 1n << 6n,
  VIEW_CHANNEL: 1n << 10n,
  SEND_MESSAGES: 1n << 11n,
  MANAGE_MESSAGES: 1n << 13n,
  EMBED_LINKS: 1n << 14n,
  ATTACH_FILES: 1n << 15n,
  READ_MESSAGE_HISTORY: 1n << 16n,
  MENTION_EVERYONE: 1n << 17n,
  USE_EXTERNAL_EMOJIS: 1n << 18n,
  MANAGE_ROLES: 1n << 28n,
  MANAGE_WEBHOOKS: 1n << 29n,
  USE_APPLICATION_COMMANDS: 1n << 31n,
  MANAGE_THREADS: 1n << 34n,
  CREATE_PUBLIC_THREADS: 1n << 35n,
  CREATE_PRIVATE_THREADS: 1n << 36n,
  SEND_MESSAGES_IN_THREADS: 1n << 38n,
  USE_EXTERNAL_APPS: 1n << 50n,
} as const;

export type PermissionName = keyof typeof PERMISSION;

export const ALL_PERMISSIONS = (1n << 53n) - 1n;

export function permissionBits(names: readonly PermissionName[]): bigint {
  return names.reduce((bits, name) => bits | PERMISSION[name], 0n);
}

const EVERYONE: readonly PermissionName[] = [
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'EMBED_LINKS',
  'ATTACH_FILES',
  'READ_MESSAGE_HISTORY',
  'ADD_REACTIONS',
  'USE_EXTERNAL_EMOJIS',
  'USE_APPLICATION_COMMANDS',
  'CREATE_PUBLIC_THREADS',
  'SEND_MESSAGES_IN_THREADS',
  'USE_EXTERNAL_APPS',
];

/** What @everyone may do in a new server. */
export const EVERYONE_PERMISSIONS = permissionBits(EVERYONE);

/** What a bot may do in the channel of its own direct messages. */
export const DM_PERMISSIONS = permissionBits([...EVERYONE, 'MENTION_EVERYONE']);

interface Place {
  readonly guild: Guild;
  /** The channel whose overwrites count: a thread's parent. Without it, the server's permissions. */
  readonly channel?: Channel | undefined;
}

export function permissionsOf(member: Member, { guild, channel }: Place): bigint {
  if (member.userId === guild.ownerId) return ALL_PERMISSIONS;
  const base = guild.roles
    .filter((role) => role.id === guild.id || member.roles.includes(role.id))
    .reduce((bits, role) => bits | BigInt(role.permissions), 0n);
  if (base & PERMISSION.ADMINISTRATOR) return ALL_PERMISSIONS;
  return channel ? impliedDenials(withOverwrites(base, member, guild.id, channel)) : base;
}

/** The order is Discord's: @everyone, then all roles together, then the member. */
function withOverwrites(base: bigint, member: Member, guildId: Snowflake, channel: Channel): bigint {
  const all = channel.permission_overwrites ?? [];
  const steps = [
    all.filter((one) => one.id === guildId),
    all.filter((one) => one.type === 0 && one.id !== guildId && member.roles.includes(one.id)),
    all.filter((one) => one.type === 1 && one.id === member.userId),
  ];
  return steps.reduce((bits, step) => {
    const deny = step.reduce((sum, one) => sum | BigInt(one.deny), 0n);
    const allow = step.reduce((sum, one) => sum | BigInt(one.allow), 0n);
    return (bits & ~deny) | allow;
  }, base);
}

/** Without the channel nothing in it, and without messages none of what goes with one. */
function impliedDenials(bits: bigint): bigint {
  if (!(bits & PERMISSION.VIEW_CHANNEL)) return 0n;
  if (bits & PERMISSION.SEND_MESSAGES) return bits;
  return bits & ~permissionBits(['MENTION_EVERYONE', 'EMBED_LINKS', 'ATTACH_FILES']);
}
