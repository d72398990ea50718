// One request and its answer: in its host's turn, within the deadline, with what the headers and the body say.

import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { type Dispatcher, request as send } from 'undici';
import type { Problem } from '../errors.ts';
import { GarbledError, readBody } from './body.ts';
import { type Guard, PrivateAddressError } from './guard.ts';
import { header, maxAgeMs, retryAfterMs } from './headers.ts';
import type { Holds } from './holds.ts';
import type { Pace, Queue } from './pace.ts';
import type { HttpOutcome, HttpRequest, Purpose } from './request.ts';

export const USER_AGENT = 'Broadsheet';
const { version: VERSION } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};
const MB = 1_000_000;
const MAX_BYTES: Record<Purpose, number> = { feed: 10 * MB, page: 5 * MB, person: 5 * MB, attachment: MB };
const TIMEOUT_MS = 20_000;
/** All hosts together: bounds memory and sockets. No host has this name. */
const WIRE = '*';
const WIRE_PACE: Pace = { atOnce: 256, gapMs: 0 };
const TOO_MANY = 429;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

const ACCEPT_FEED =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5';
const ACCEPT_PAGE = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5';

export interface Lane {
  readonly guard: Guard;
  readonly agent: Dispatcher;
}

export interface Web {
  readonly contact: string;
  /** For public hosts. */
  readonly pace: Pace;
  /** For the hosts that FETCH_ALLOW names: the operator's own. */
  readonly ownPace: Pace;
  readonly now: () => number;
  readonly queue: Queue;
  readonly holds: Holds;
  /** With FETCH_ALLOW. */
  readonly operator: Lane;
  /** Without it, and with connections of its own. */
  readonly person: Lane;
  /** For attachments. */
  readonly discord: Lane;
  readonly proxy: Dispatcher | undefined;
}

export type Hop =
  | HttpOutcome
  | { readonly kind: 'redirect'; readonly location: string; readonly status: number; readonly tookMs: number };

/** One request, in its host's turn and within what is left of the deadline. */
export async function visit(web: Web, request: HttpRequest, url: URL, leftMs: number): Promise<Hop> {
  const lane = laneOf(web, request.purpose);
  if (lane.guard.refuses(url)) return problem({ problem: 'private-address', host: url.host });
  const named = lane.guard.names(url);
  const waits = request.purpose !== 'person' && !request.urgent;
  const heldMs = waits && !named ? web.holds.leftMs(url.host, web.now()) : 0;
  if (heldMs > 0) return problem({ problem: 'http-status', host: url.host, status: TOO_MANY }, heldMs);
  const release = await web.queue.turn(turnKey(waits, url), paceOf(web, waits, named), request.signal);
  const leave = waits ? await joinWire(web, request, release) : () => undefined;
  try {
    return await exchange(web, { request, url, lane, named, leftMs });
  } finally {
    leave();
    release();
  }
}

function laneOf(web: Web, purpose: Purpose): Lane {
  if (purpose === 'attachment') return web.discord;
  return purpose === 'person' ? web.person : web.operator;
}

interface Exchange {
  readonly request: HttpRequest;
  readonly url: URL;
  readonly lane: Lane;
  /** FETCH_ALLOW names the host: it is the operator's own. */
  readonly named: boolean;
  readonly leftMs: number;
}

async function exchange(web: Web, { request, url, lane, named, leftMs }: Exchange): Promise<Hop> {
  const startedAt = performance.now();
  const deadline = AbortSignal.timeout(Math.max(1, Math.ceil(leftMs)));
  try {
    const response = await send(url, {
      dispatcher: web.proxy && !named ? web.proxy : lane.agent,
      headers: requestHeaders(web, request, url),
      signal: request.signal ? AbortSignal.any([request.signal, deadline]) : deadline,
    });
    const hop = await receive(response, { request, url, now: web.now(), startedAt });
    if (response.statusCode === TOO_MANY && hop.kind === 'problem' && hop.retryAfterMs && !named) {
      web.holds.set(url.host, hop.retryAfterMs, web.now());
    }
    return hop;
  } catch (error) {
    if (request.signal?.aborted) throw request.signal.reason;
    return problem(failure(error, deadline.aborted, url, request));
  }
}

/** A place among the requests on their way. */
async function joinWire(web: Web, request: HttpRequest, release: () => void): Promise<() => void> {
  try {
    return await web.queue.turn(WIRE, WIRE_PACE, request.signal);
  } catch (error) {
    release();
    throw error;
  }
}

interface Visit {
  readonly request: HttpRequest;
  readonly url: URL;
  readonly now: number;
  readonly startedAt: number;
}

async function receive(response: Dispatcher.ResponseData, visit: Visit): Promise<Hop> {
  const { statusCode: status, headers } = response;
  const { request, url, now } = visit;
  const location = header(headers, 'location');
  if (status < 200 || status >= 300) discard(response.body);
  if (REDIRECTS.has(status) && location) {
    return { kind: 'redirect', location, status, tookMs: performance.now() - visit.startedAt };
  }
  const answered = {
    url: url.href,
    etag: header(headers, 'etag'),
    lastModified: header(headers, 'last-modified'),
    maxAgeMs: maxAgeMs(headers, now),
    permanentUrl: undefined,
  };
  if (status === 304) return { kind: 'unchanged', ...answered };
  if (status === 410) return { kind: 'gone', url: url.href };
  if (status < 200 || status >= 300) {
    return problem({ problem: 'http-status', host: url.host, status }, retryAfterMs(headers, now));
  }
  const maxBytes = request.maxBytes ?? MAX_BYTES[request.purpose];
  const bytes = await readBody(response.body as unknown as Readable, header(headers, 'content-encoding'), maxBytes);
  if (!bytes) return problem({ problem: 'too-large', host: url.host, megabytes: Math.ceil(maxBytes / MB) });
  return { kind: 'ok', status, bytes, contentType: header(headers, 'content-type'), ...answered };
}

/** The rest of an answer that is not wanted; a short one leaves the connection usable. */
function discard(body: Dispatcher.ResponseData['body']): void {
  body.dump({ limit: 16_384 }).catch(() => {});
}

function requestHeaders(web: Web, request: HttpRequest, url: URL): Record<string, string> {
  const headers: Record<string, string> = {
    'user-agent': `${USER_AGENT}/${VERSION} (+${web.contact})`,
    accept: request.accept ?? (request.purpose === 'feed' ? ACCEPT_FEED : ACCEPT_PAGE),
    'accept-encoding': 'gzip, br, zstd',
  };
  if (request.etag) headers['if-none-match'] = request.etag;
  if (request.lastModified) headers['if-modified-since'] = request.lastModified;
  if (url.username) {
    const login = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    headers.authorization = `Basic ${Buffer.from(login).toString('base64')}`;
  }
  return headers;
}

function failure(error: unknown, late: boolean, url: URL, request: HttpRequest): Problem {
  const host = url.host;
  if (late) return { problem: 'timeout', host, seconds: Math.round((request.timeoutMs ?? TIMEOUT_MS) / 1000) };
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof PrivateAddressError) return { problem: 'private-address', host };
    if (cause instanceof GarbledError) return { problem: 'garbled', host };
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return { problem: 'host-not-found', host };
  }
  return { problem: 'unreachable', host };
}

/** What somebody waits for does not stand in the line of the polling. */
function turnKey(waits: boolean, url: URL): string {
  return waits ? url.host : `urgent ${url.host}`;
}

function paceOf(web: Web, waits: boolean, named: boolean): Pace {
  return waits && !named ? web.pace : web.ownPace;
}

export function problem(value: Problem, retryAfterMs?: number): HttpOutcome {
  return { kind: 'problem', problem: value, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}
