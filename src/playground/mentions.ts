// Whom a message really pings: what its text mentions, as far as allowed_mentions lets it.
import { componentText } from './components.ts';
import type { Component, User } from './records.ts';
import type { Snowflake } from './snowflake.ts';
import type { World } from './world.ts';
import { findUser, publicUser } from './world.ts';

export interface AllowedMentions {
  readonly parse?: readonly string[];
  readonly users?: readonly Snowflake[];
  readonly roles?: readonly Snowflake[];
  readonly replied_user?: boolean;
}

export interface Mentions {
  readonly mentions: User[];
  readonly mention_roles: Snowflake[];
  readonly mention_everyone: boolean;
}

interface MentionContext {
  readonly content: string;
  readonly components: readonly Component[];
  readonly allowed: AllowedMentions | undefined;
  /** The writer may mention everyone and every role here. */
  readonly mayPingAll: boolean;
}

export function findMentions(world: World, { content, components, allowed, mayPingAll }: MentionContext): Mentions {
  const text = `${content}\n${componentText(components)}`;
  const allows = (kind: 'users' | 'roles', id: Snowflake) =>
    allowed === undefined || allowed.parse?.includes(kind) || allowed[kind]?.includes(id) || false;
  const users = idsIn(text, /<@!?(\d+)>/g).filter((id) => allows('users', id));
  const roles = idsIn(text, /<@&(\d+)>/g).filter((id) => allows('roles', id));
  const everyone = /@(everyone|here)\b/.test(text) && (allowed === undefined || !!allowed.parse?.includes('everyone'));
  return {
    mentions: users.flatMap((id) => findUser(world, id) ?? []).map(publicUser),
    mention_roles: roles.filter((id) => mayPingAll || isMentionable(world, id)),
    mention_everyone: everyone && mayPingAll,
  };
}

function idsIn(text: string, pattern: RegExp): Snowflake[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] as Snowflake))];
}

function isMentionable(world: World, roleId: Snowflake): boolean {
  return [...world.guilds.values()].some((guild) => guild.roles.some((role) => role.id === roleId && role.mentionable));
}
