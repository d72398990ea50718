// A local stand-in for Discord: REST and gateway on loopback, with people who use the bot. It knows nothing of the bot but the protocol.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { GuildOptions, PersonOptions } from './build-guild.ts';
import { addGuild, addPerson } from './build-guild.ts';
import type { Changes } from './changes.ts';
import { createChanges, whenFound } from './changes.ts';
import type { Clock } from './clock.ts';
import { wallClock } from './clock.ts';
import type { Core } from './core.ts';
import type { FaultOptions } from './faults.ts';
import { createFaults } from './faults.ts';
import type { Gateway, GatewayTrouble } from './gateway.ts';
import { createGateway } from './gateway.ts';
import type { OpenApi } from './openapi.ts';
import { openApiCheck } from './openapi.ts';
import type { PersonActions } from './person.ts';
import { createPerson } from './person.ts';
import { presentHistory } from './present.ts';
import type { Rate } from './rate-limits.ts';
import { rateLimits } from './rate-limits.ts';
import type { Channel, Command, Guild, Message } from './records.ts';
import { FLAG } from './records.ts';
import type { Breach, RequestRecord, RestParts } from './rest-server.ts';
import { createRestServer } from './rest-server.ts';
import type { Snowflake } from './snowflake.ts';
import { compareSnowflakes } from './snowflake.ts';
import { keepState, readState } from './state-file.ts';
import type { ApplicationOptions, World } from './world.ts';
import { createWorld, isThread } from './world.ts';
import type { WorldChanges } from './world-changes.ts';
import { worldChanges } from './world-changes.ts';

export interface StandInOptions {
  /** 0 (default) takes any free port. */
  readonly port?: number;
  readonly clock?: Clock;
  readonly application?: ApplicationOptions;
  /** The only token that is let in; without it any is. */
  readonly token?: string;
  /** Discord's OpenAPI document, parsed, to check every body against; needs ajv. */
  readonly openapi?: OpenApi;
  /** `easy` (default) tells headers but never limits; `discord` limits as Discord does. */
  readonly rateLimits?: 'easy' | 'discord' | Readonly<Record<string, Rate>>;
  readonly heartbeatMs?: number;
  readonly guilds?: readonly GuildOptions[];
  readonly people?: readonly PersonOptions[];
  /** Keeps everything in this JSON file, and starts with what it holds. */
  readonly file?: string;
}

export interface MessageWanted {
  readonly channelId?: Snowflake;
  readonly where?: (message: Message) => boolean;
  /** Only messages newer than this one. */
  readonly after?: Snowflake;
  /** How many such messages there have to be (1); the last of them is the answer. */
  readonly count?: number;
  /** Real milliseconds (10,000). */
  readonly timeoutMs?: number;
}

export interface StandIn extends WorldChanges {
  /** For DISCORD_API_URL: `http://127.0.0.1:PORT/api`. */
  readonly apiUrl: string;
  readonly origin: string;
  readonly applicationId: Snowflake;
  readonly gateway: GatewayTrouble & Pick<Gateway, 'connected' | 'whenConnected' | 'counts'>;
  readonly breaches: readonly Breach[];
  readonly requests: readonly RequestRecord[];
  readonly changes: Changes;
  /** For the web page and for tests that look inside. */
  readonly core: Core;
  person(id: Snowflake): PersonActions;
  /** The first channel or thread of that name. */
  channel(name: string): Channel;
  guild(name: string): Guild;
  commands(): Command[];
  /** A channel's history, oldest first; what only one person sees is not in it. */
  messages(channelId: Snowflake): Message[];
  threads(channelId: Snowflake): Channel[];
  waitForMessage(wanted?: MessageWanted): Promise<Message>;
  fail(options: FaultOptions): void;
  clearFaults(): void;
  /** Resolves when the state is in its file. */
  save(): Promise<void>;
  close(): Promise<void>;
}

export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const clock = options.clock ?? wallClock;
  const before = options.file === undefined ? undefined : await readState(options.file, clock);
  const world = before ?? newWorld(clock, options);
  let origin = '';
  const url = () => origin.replace(/^http/, 'ws');
  const gateway = createGateway(world, { token: options.token, heartbeatMs: options.heartbeatMs, url });
  const core: Core = { world, gateway, changes: createChanges(), interactions: new Map(), origin: () => origin };
  const parts = await restParts(core, options);
  const server = createRestServer(parts);
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  if (before) moveFiles(core);
  const keeper = options.file === undefined ? undefined : keepState(core, options.file);
  return standInOf(parts, {
    save: () => keeper?.save() ?? Promise.resolve(),
    async close() {
      gateway.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      await keeper?.stop();
    },
  });
}

function newWorld(clock: Clock, options: StandInOptions): World {
  const world = createWorld(clock, options.application);
  for (const person of options.people ?? []) addPerson(world, person);
  for (const guild of options.guilds ?? []) addGuild(world, guild);
  return world;
}

async function restParts(core: Core, options: StandInOptions): Promise<RestParts> {
  return {
    core,
    faults: createFaults(),
    takeToken: rateLimits(core.world.clock, options.rateLimits ?? 'easy'),
    checkBody: options.openapi === undefined ? undefined : await openApiCheck(options.openapi),
    token: options.token,
    breaches: [],
    requests: [],
  };
}

/** Files of an earlier run keep their place; the port may be another one. */
function moveFiles(core: Core): void {
  for (const [channelId, messages] of core.world.messages) {
    const text = JSON.stringify(messages).replace(
      /http:\/\/127\.0\.0\.1:\d+\/attachments\//g,
      `${core.origin()}/attachments/`,
    );
    core.world.messages.set(channelId, JSON.parse(text));
  }
}

function standInOf(parts: RestParts, running: Pick<StandIn, 'save' | 'close'>): StandIn {
  const { core, breaches, requests, faults } = parts;
  const { world, gateway } = core;
  const { connected, whenConnected, counts } = gateway;
  return {
    apiUrl: `${core.origin()}/api`,
    origin: core.origin(),
    applicationId: world.bot.id,
    gateway: { ...gateway.trouble, connected, whenConnected, counts },
    breaches,
    requests,
    changes: core.changes,
    core,
    ...worldChanges(core),
    person(id) {
      const user = world.people.get(id);
      if (!user) throw new Error(`There is no person ${id}`);
      return createPerson(core, user);
    },
    channel: (name) => named(world.channels.values(), name),
    guild: (name) => named(world.guilds.values(), name),
    commands: () => [...world.commands.values()],
    messages: (channelId) => structuredClone(presentHistory(world, channelId)),
    threads: (id) => [...world.channels.values()].filter((channel) => isThread(channel) && channel.parent_id === id),
    waitForMessage: (wanted = {}) => waitForMessage(core, wanted),
    fail: (fault) => faults.add(fault),
    clearFaults: () => faults.clear(),
    ...running,
  };
}

function named<T extends { readonly name?: string }>(all: Iterable<T>, name: string): T {
  for (const one of all) if (one.name === name) return one;
  throw new Error(`There is nothing named ${name}`);
}

function waitForMessage(core: Core, wanted: MessageWanted): Promise<Message> {
  const channels = () => (wanted.channelId === undefined ? [...core.world.messages.keys()] : [wanted.channelId]);
  const look = () => {
    const after = wanted.after;
    const fitting = channels()
      .flatMap((id) => core.world.messages.get(id) ?? [])
      .filter(({ api }) => after === undefined || compareSnowflakes(api.id, after) > 0)
      .filter(({ api }) => (api.flags & FLAG.loading) === 0 && (wanted.where?.(api) ?? true));
    return fitting.length >= (wanted.count ?? 1) ? structuredClone(fitting.at(-1)?.api) : undefined;
  };
  return whenFound(core.changes, look, { what: 'a message', timeoutMs: wanted.timeoutMs ?? 10_000 });
}
