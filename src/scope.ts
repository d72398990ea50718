// Who sees what: a scope is whose sources an answer may be made from. Every query that answers a person takes one.

/** Whoever has sources: a guild's snowflake, STARTER (the packs that this instance polls) or LOCAL (the command line). */
export type Owner = string & { readonly brand: 'Owner' };

export const STARTER = '@starter' as Owner;
export const LOCAL = '@local' as Owner;

export interface Scope {
  readonly owners: readonly Owner[];
  /** What the owners mute as well: for what somebody asks for by its address, and for matching it. */
  readonly withMuted?: true;
}

export function guildScope(guildId: string): Scope {
  return { owners: [guildId as Owner] };
}

/** What a person sees in a DM: the shipped packs. */
export const personScope: Scope = { owners: [STARTER] };
export const localScope: Scope = { owners: [LOCAL] };

/** Whether answers are for everybody in the channel, or for whoever asks alone. */
export const VISIBILITIES = ['public', 'private'] as const;
export type Visibility = (typeof VISIBILITIES)[number];
