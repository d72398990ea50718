// Opens an interaction: tells the bot, and starts the three seconds.
import { randomBytes } from 'node:crypto';
import type { Core } from './core.ts';
import type { Interaction } from './interaction.ts';
import { RESPONSE_LIMIT_MS, TOKEN_LIMIT_MS } from './interaction.ts';
import { ALL_PERMISSIONS, DM_PERMISSIONS } from './permissions.ts';
import { presentMember, presentMessage } from './present.ts';
import type { Channel, Guild, Person, StoredMessage } from './records.ts';
import { CHANNEL } from './records.ts';
import { findMember, permissionsIn, publicUser } from './world.ts';

export interface Invocation {
  readonly type: 2 | 3 | 4 | 5;
  readonly person: Person;
  readonly channel: Channel;
  readonly data: unknown;
  readonly command?: string;
  readonly source?: StoredMessage | undefined;
  readonly opener?: Interaction;
}

export function startInteraction(core: Core, invocation: Invocation): Interaction {
  const { world } = core;
  const { person, channel } = invocation;
  const interaction: Interaction = {
    id: world.makeId(),
    token: `aW50ZXJhY3Rpb24${randomBytes(48).toString('base64url')}`,
    type: invocation.type,
    userId: person.id,
    channelId: channel.id,
    guildId: channel.guild_id,
    command: invocation.command,
    opener: invocation.opener,
    source: invocation.source,
    startedAt: world.clock.now(),
    state: 'waiting',
    firstResponseMs: undefined,
    original: undefined,
    followUps: [],
    choices: undefined,
    modal: undefined,
    steps: 0,
    cancelTimer: () => {},
  };
  forgetExpired(core);
  core.interactions.set(interaction.token, interaction);
  interaction.cancelTimer = world.clock.after(RESPONSE_LIMIT_MS, () => {
    if (interaction.state !== 'waiting') return;
    interaction.state = 'failed';
    core.changes.tell({ kind: 'interaction', interaction });
  });
  core.changes.tell({ kind: 'interaction', interaction });
  core.gateway.dispatch('INTERACTION_CREATE', payload(core, interaction, invocation), { guildId: channel.guild_id });
  return interaction;
}

/** Typing alone makes an interaction for every pause; a playground that runs for days must not keep them all. */
const KEPT_INTERACTIONS = 500;

function forgetExpired({ interactions, world }: Core): void {
  if (interactions.size < KEPT_INTERACTIONS) return;
  const since = world.clock.now() - 2 * TOKEN_LIMIT_MS;
  for (const [token, { startedAt }] of interactions) if (startedAt < since) interactions.delete(token);
}

function payload(core: Core, interaction: Interaction, { person, channel, data }: Invocation) {
  const { world } = core;
  const guild = world.guilds.get(channel.guild_id ?? '');
  const installed = world.installedBy.has(person.id);
  return {
    id: interaction.id,
    application_id: world.bot.id,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    channel: { ...channel, permissions: String(personPermissions(core, channel, person)) },
    channel_id: channel.id,
    app_permissions: String(appPermissions(core, channel, guild)),
    locale: person.locale,
    entitlements: [],
    entitlement_sku_ids: [],
    attachment_size_limit: 10 * 1024 * 1024,
    context: guild ? 0 : channel.type === CHANNEL.dm ? 1 : 2,
    authorizing_integration_owners: {
      ...(guild && findMember(guild, world.bot.id) ? { 0: guild.id } : guild ? {} : { 0: '0' }),
      ...(installed ? { 1: person.id } : {}),
    },
    ...(guild ? guildPart(core, guild, { person, channel }) : { user: publicUser(person) }),
    ...(interaction.source ? { message: presentMessage(world, interaction.source) } : {}),
    data,
  };
}

function guildPart(core: Core, guild: Guild, { person, channel }: Pick<Invocation, 'person' | 'channel'>) {
  const member = findMember(guild, person.id);
  const permissions = String(personPermissions(core, channel, person));
  return {
    guild_id: guild.id,
    guild_locale: guild.locale,
    guild: { id: guild.id, locale: guild.locale, features: ['COMMUNITY', 'NEWS'] },
    member: member ? { ...presentMember(core.world, member), permissions } : { user: publicUser(person), permissions },
  };
}

export function personPermissions(core: Core, channel: Channel, person: Person): bigint {
  if (channel.guild_id === undefined) return ALL_PERMISSIONS;
  return permissionsIn(core.world, channel, person.id) ?? 0n;
}

function appPermissions(core: Core, channel: Channel, guild: Guild | undefined): bigint {
  if (!guild) return DM_PERMISSIONS;
  return permissionsIn(core.world, channel, core.world.bot.id) ?? DM_PERMISSIONS;
}
