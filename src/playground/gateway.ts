// The WebSocket side: HELLO, IDENTIFY, heartbeats, events with sequence numbers, RESUME with replay; and trouble on demand.
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import { presentWholeGuild } from './present.ts';
import type { Snowflake } from './snowflake.ts';
import type { World } from './world.ts';
import { findMember } from './world.ts';

const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  resume: 6,
  reconnect: 7,
  members: 8,
  invalid: 9,
  hello: 10,
  ack: 11,
} as const;

const INTENT = { guilds: 1 << 0, guildMessages: 1 << 9, directMessages: 1 << 12 } as const;

/** Members, presences and the content of messages: an application has to ask Discord for them. */
const PRIVILEGED_INTENTS = (1 << 1) | (1 << 8) | (1 << 15);

/** How many events a session keeps for a RESUME. */
const REPLAY_EVENTS = 2000;

export interface Audience {
  /** Decides the shard; direct messages go to the first. */
  readonly guildId?: Snowflake | undefined;
  /** The intents of which one is needed; interactions need none. */
  readonly intents?: number;
}

interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [number, number];
  sequence: number;
  replay: { readonly s: number; readonly text: string }[];
  socket: WebSocket | undefined;
}

interface Frame {
  readonly op: number;
  readonly d?: unknown;
}

export interface GatewayOptions {
  readonly token?: string | undefined;
  readonly heartbeatMs?: number | undefined;
  /** The address to connect to, once the server listens. */
  readonly url: () => string;
}

export interface GatewayTrouble {
  /** Cuts every connection without a word. */
  drop(): void;
  /** Closes every connection with a code of the protocol (4000 and up). */
  close(code: number): void;
  /** Asks every client to reconnect and resume. */
  askToReconnect(): void;
  /** Tells every client that its session is gone (or may be resumed). */
  invalidate(resumable?: boolean): void;
  /** Takes no connections until it is called with false. */
  refuse(refused?: boolean): void;
  /** Stops answering heartbeats until it is called with false. */
  ignoreHeartbeats(ignored?: boolean): void;
}

export interface Gateway {
  dispatch(event: string, data: unknown, audience: Audience): void;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  readonly trouble: GatewayTrouble;
  /** How many clients are connected and identified. */
  connected(): number;
  /** Resolves when a client has identified or resumed and got its events. */
  whenConnected(): Promise<void>;
  readonly counts: { identified: number; resumed: number; heartbeats: number };
  close(): void;
}

export const MESSAGE_INTENTS = { guild: INTENT.guildMessages, dm: INTENT.directMessages, guilds: INTENT.guilds };

/** What all connections of one gateway share. */
interface Hub {
  readonly world: World;
  readonly options: GatewayOptions;
  readonly sessions: Map<string, Session>;
  readonly waiting: (() => void)[];
  readonly counts: { identified: number; resumed: number; heartbeats: number };
  refused: boolean;
  deaf: boolean;
}

export function createGateway(world: World, options: GatewayOptions): Gateway {
  const server = new WebSocketServer({ noServer: true });
  const counts = { identified: 0, resumed: 0, heartbeats: 0 };
  const hub: Hub = { world, options, sessions: new Map(), waiting: [], counts, refused: false, deaf: false };
  const connected = () => [...hub.sessions.values()].filter(({ socket }) => socket?.readyState === 1).length;
  const trouble = troubleOf(hub, server);
  return {
    counts,
    trouble,
    connected,
    dispatch(event, data, audience) {
      for (const session of hub.sessions.values()) {
        const wanted = audience.intents === undefined || (session.intents & audience.intents) !== 0;
        if (wanted && onShard(session.shard, audience.guildId)) send(session, event, data);
      }
    },
    upgrade(request, socket, head) {
      if (hub.refused) socket.destroy();
      else server.handleUpgrade(request, socket, head, (accepted) => accept(hub, accepted));
    },
    whenConnected: () => (connected() > 0 ? Promise.resolve() : new Promise((resolve) => hub.waiting.push(resolve))),
    close() {
      trouble.drop();
      server.close();
    },
  };
}

function troubleOf(hub: Hub, server: WebSocketServer): GatewayTrouble {
  const each = (act: (socket: WebSocket) => void) => {
    for (const socket of server.clients) act(socket);
  };
  return {
    drop: () => each((socket) => socket.terminate()),
    close: (code) => each((socket) => socket.close(code)),
    askToReconnect: () => each((socket) => sendFrame(socket, OP.reconnect, null)),
    invalidate(resumable = false) {
      if (!resumable) hub.sessions.clear();
      each((socket) => sendFrame(socket, OP.invalid, resumable));
    },
    refuse(refused = true) {
      hub.refused = refused;
    },
    ignoreHeartbeats(ignored = true) {
      hub.deaf = ignored;
    },
  };
}

function accept(hub: Hub, socket: WebSocket): void {
  let session: Session | undefined;
  sendFrame(socket, OP.hello, { heartbeat_interval: hub.options.heartbeatMs ?? 41_250 });
  socket.on('error', () => socket.terminate());
  socket.on('message', (raw: RawData) => {
    const frame = readFrame(raw);
    if (!frame) return socket.close(4002, 'Error while decoding payload.');
    if (frame.op === OP.heartbeat) return acknowledge(hub, socket);
    if (frame.op === OP.resume) session = resume(hub, socket, frame.d as ResumeData);
    if (frame.op !== OP.identify) return;
    if (session) return socket.close(4005, 'Already authenticated.');
    session = identify(hub, socket, frame.d as IdentifyData);
  });
}

function acknowledge(hub: Hub, socket: WebSocket): void {
  if (hub.deaf) return;
  hub.counts.heartbeats += 1;
  sendFrame(socket, OP.ack);
}

function sendFrame(socket: WebSocket, op: number, d?: unknown): void {
  socket.send(JSON.stringify(d === undefined ? { op } : { op, d }));
}

function send(session: Session, event: string, data: unknown): void {
  session.sequence += 1;
  const text = JSON.stringify({ op: OP.dispatch, t: event, s: session.sequence, d: data });
  session.replay.push({ s: session.sequence, text });
  if (session.replay.length > REPLAY_EVENTS) session.replay.shift();
  if (session.socket?.readyState === 1) session.socket.send(text);
}

function identify(hub: Hub, socket: WebSocket, data: IdentifyData): Session | undefined {
  const { world, options } = hub;
  if (!isToken(options.token, data.token)) return refuseWith(socket, 4004, 'Authentication failed.');
  if (data.intents & PRIVILEGED_INTENTS) return refuseWith(socket, 4014, 'Disallowed intent(s).');
  const shard = data.shard ?? [0, 1];
  const id = randomBytes(16).toString('hex');
  const session: Session = { id, intents: data.intents, shard, sequence: 0, replay: [], socket };
  hub.sessions.set(id, session);
  const guilds = [...world.guilds.values()].filter(
    (guild) => onShard(shard, guild.id) && findMember(guild, world.bot.id),
  );
  send(session, 'READY', {
    v: 10,
    user: { ...world.bot, email: null, verified: true, mfa_enabled: false, flags: 0, bio: '' },
    session_id: id,
    session_type: 'normal',
    resume_gateway_url: options.url(),
    shard,
    application: { id: world.bot.id, flags: 0 },
    guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
    private_channels: [],
    relationships: [],
    user_settings: {},
    presences: [],
  });
  for (const guild of guilds) send(session, 'GUILD_CREATE', presentWholeGuild(world, guild));
  hub.counts.identified += 1;
  tellReady(hub);
  return session;
}

function resume(hub: Hub, socket: WebSocket, data: ResumeData): Session | undefined {
  const session = hub.sessions.get(data.session_id);
  if (!session || !isToken(hub.options.token, data.token)) {
    sendFrame(socket, OP.invalid, false);
    return undefined;
  }
  session.socket = socket;
  for (const event of session.replay) if (event.s > data.seq) socket.send(event.text);
  send(session, 'RESUMED', {});
  hub.counts.resumed += 1;
  tellReady(hub);
  return session;
}

function tellReady(hub: Hub): void {
  for (const resolve of hub.waiting.splice(0)) resolve();
}

interface IdentifyData {
  readonly token: string;
  readonly intents: number;
  readonly shard?: readonly [number, number];
}

interface ResumeData {
  readonly token: string;
  readonly session_id: string;
  readonly seq: number;
}

function refuseWith(socket: WebSocket, code: number, reason: string): undefined {
  socket.close(code, reason);
}

function isToken(expected: string | undefined, given: string): boolean {
  return expected === undefined ? typeof given === 'string' && given.length > 0 : given === expected;
}

function onShard([shard, of]: readonly [number, number], guildId: Snowflake | undefined): boolean {
  return guildId === undefined ? shard === 0 : Number((BigInt(guildId) >> 22n) % BigInt(of)) === shard;
}

function readFrame(raw: RawData): Frame | undefined {
  try {
    const frame: unknown = JSON.parse(raw.toString());
    return typeof frame === 'object' && frame !== null && 'op' in frame ? (frame as Frame) : undefined;
  } catch {
    return undefined;
  }
}
