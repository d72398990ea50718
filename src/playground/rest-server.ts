// The REST side over HTTP: the gate (route, token, rate limit, body, faults), the route, and Discord's form of errors.
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from './api-error.ts';
import { ApiError, apiError } from './api-error.ts';
import type { Answer, Core } from './core.ts';
import type { FaultOptions, Faults } from './faults.ts';
import { isOnlyDelay } from './faults.ts';
import type { CheckBody } from './openapi.ts';
import type { TakeToken } from './rate-limits.ts';
import { readRequest } from './read-request.ts';
import type { Match } from './router.ts';
import { matchRoute } from './router.ts';

export interface Breach {
  readonly route: string;
  readonly status: number;
  readonly code: number;
  readonly message: string;
  readonly faults: readonly Fault[];
  readonly body: unknown;
}

export interface RequestRecord {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** The template of the path; undefined for an unknown route. */
  readonly route: string | undefined;
  readonly status: number;
  readonly body: unknown;
}

export interface RestParts {
  readonly core: Core;
  readonly faults: Faults;
  readonly takeToken: TakeToken;
  readonly checkBody: CheckBody | undefined;
  readonly token: string | undefined;
  readonly breaches: Breach[];
  readonly requests: RequestRecord[];
}

/** Requests are kept for tests to look at; a long-running playground needs a bound. */
const KEPT_REQUESTS = 5000;

export function createRestServer(parts: RestParts): Server {
  const server = createServer((request, response) => {
    serve(parts, request, response).catch((error: unknown) => {
      console.error('The stand-in failed:', error);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ message: '500: Internal Server Error', code: 0 }));
    });
  });
  server.on('upgrade', (request, socket, head) => parts.core.gateway.upgrade(request, socket, head));
  return server;
}

async function serve(parts: RestParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', parts.core.origin());
  if (url.pathname.startsWith('/attachments/')) return serveFile(parts.core, url, response);
  const method = request.method ?? 'GET';
  const seen: Seen = { match: undefined, body: undefined, headers: {} };
  let answer: Answer | 'dropped';
  try {
    answer = await handle(parts, { request, url, method, seen });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    noteBreach(parts, error, seen);
    answer = { status: error.status, body: error.body() };
  }
  const status = answer === 'dropped' ? 0 : answer.status;
  const route = seen.match && `${method} ${seen.match.route.path}`;
  parts.requests.push({ at: parts.core.world.clock.now(), method, path: url.pathname, route, status, body: seen.body });
  if (parts.requests.length > KEPT_REQUESTS) parts.requests.shift();
  if (answer === 'dropped') request.socket.destroy();
  else send(response, answer, seen.headers);
}

interface Seen {
  match: Match | undefined;
  body: unknown;
  headers: Record<string, string>;
}

interface Incoming {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly method: string;
  readonly seen: Seen;
}

async function handle(parts: RestParts, { request, url, method, seen }: Incoming): Promise<Answer | 'dropped'> {
  const path = /^\/api(?:\/v10)?(\/.*)$/.exec(url.pathname)?.[1];
  if (path === undefined) throw apiError.notFound();
  const match = matchRoute(method, path);
  const at = parts.core.world.clock.now();
  seen.match = match;
  const { body, files } = await readRequest(request);
  seen.body = body;
  if (!match.route.open && !isAuthorized(parts.token, request)) throw apiError.unauthorized();
  const fault = parts.faults.take(match);
  if (fault?.delayMs !== undefined) await wait(fault.delayMs);
  if (fault && !isOnlyDelay(fault) && !fault.afterwards) return failed(fault, seen);
  const verdict = parts.takeToken(match);
  Object.assign(seen.headers, verdict.headers);
  if (!verdict.allowed) return limited(verdict.retryAfterMs, seen, verdict.isGlobal);
  const wrong = body === undefined ? [] : (parts.checkBody?.(match.route, body) ?? []);
  if (wrong.length > 0) throw apiError.invalidForm(wrong);
  const answer = match.route.handle(parts.core, { params: match.params, query: url.searchParams, body, files, at });
  return fault?.afterwards ? failed(fault, seen) : answer;
}

function isAuthorized(token: string | undefined, request: IncomingMessage): boolean {
  const given = /^Bot (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  return given !== undefined && (token === undefined || given === token);
}

function failed(fault: FaultOptions, seen: Seen): Answer | 'dropped' {
  if (fault.drop) return 'dropped';
  const status = fault.status ?? 500;
  if (status === 429) return limited(fault.retryAfterMs ?? 1000, seen, fault.global ?? false);
  return { status, body: { message: fault.message ?? `${status}: Fault on demand`, code: fault.code ?? 0 } };
}

function limited(retryAfterMs: number, seen: Seen, global: boolean): Answer {
  seen.headers['Retry-After'] = String(Math.ceil(retryAfterMs / 1000));
  seen.headers['X-RateLimit-Scope'] = global ? 'global' : 'user';
  if (global) seen.headers['X-RateLimit-Global'] = 'true';
  const retry_after = retryAfterMs / 1000;
  return { status: 429, body: { message: 'You are being rate limited.', retry_after, global } };
}

/** What a correct bot never causes: malformed bodies, unknown routes, and answers it had given already. */
const BREACHES: readonly number[] = [50035, 50006, 50109, 40060];

function noteBreach(parts: RestParts, error: ApiError, { match, body }: Seen): void {
  const unknownRoute = match === undefined;
  if (!unknownRoute && !BREACHES.includes(error.code)) return;
  const route = match ? `${match.route.method} ${match.route.path}` : 'unknown route';
  const { status, code, message, faults } = error;
  parts.breaches.push({ route, status, code, message, faults, body });
}

function send(response: ServerResponse, answer: Answer, headers: Record<string, string>): void {
  const text = answer.body === undefined ? '' : JSON.stringify(answer.body);
  response.writeHead(answer.status, { ...headers, ...(text ? { 'content-type': 'application/json' } : {}) });
  response.end(text);
}

function serveFile(core: Core, url: URL, response: ServerResponse): void {
  const file = core.world.files.get(url.pathname.split('/')[3] ?? '');
  if (!file) {
    response.writeHead(404).end();
    return;
  }
  // Never a page of its own: what a bot uploads must not run as script on this origin.
  const safe = file.contentType.startsWith('image/') && !file.contentType.includes('svg');
  response.writeHead(200, {
    'content-type': safe ? file.contentType : 'text/plain; charset=utf-8',
    'content-length': file.bytes.byteLength,
    'x-content-type-options': 'nosniff',
  });
  response.end(file.bytes);
}
