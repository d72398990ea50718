// Serves the playground's web page and what it asks: loopback only, and only to itself.
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiError } from './api-error.ts';
import { NotPossible } from './command-data.ts';
import type { PageContext } from './page-actions.ts';
import { ACTIONS, VIEWS } from './page-actions.ts';
import { streamChanges } from './page-events.ts';
import { readBytes } from './read-request.ts';
import type { Snowflake } from './snowflake.ts';
import type { StandIn } from './stand-in.ts';

export interface PageOptions {
  readonly standIn: StandIn;
  /** The next free one is taken when somebody else has it (8080). */
  readonly port?: number;
  /** What to try, shown at the top of the first channel; a line that begins with `/` can be clicked. */
  readonly hints?: readonly string[];
  /** Who one can be, the first to begin with; default: everybody. */
  readonly viewers?: readonly { readonly id: Snowflake; readonly role: string }[];
  /** A folder with fonts to be served under /fonts/, for scripts that the machine lacks. */
  readonly fonts?: URL;
}

export interface Page {
  readonly url: string;
  close(): Promise<void>;
}

const PORTS_TRIED = 20;

const FOLDER = new URL('page/', import.meta.url);

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  ttf: 'font/ttf',
  woff2: 'font/woff2',
};

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  'img-src * data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export async function startPage(options: PageOptions): Promise<Page> {
  const viewers = options.viewers ?? everybody(options.standIn);
  const context: PageContext = { standIn: options.standIn, hints: options.hints ?? [], viewers };
  const server = createServer((request, response) => {
    respond(context, { request, response, fonts: options.fonts }).catch((error: unknown) => fail(response, error));
  });
  const port = await listenFrom(server, options.port ?? 8080);
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function everybody(standIn: StandIn) {
  return [...standIn.core.world.people.values()].map(({ id }, index) => ({
    id,
    role: index === 0 ? 'admin' : 'member',
  }));
}

async function listenFrom(server: Server, first: number): Promise<number> {
  const last = first === 0 ? 0 : first + PORTS_TRIED;
  for (let port = first; port <= last; port += 1) {
    try {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    } catch (error) {
      if (!['EADDRINUSE', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
  throw new Error(`No port from ${first} to ${last} is free for the playground's page`);
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly fonts: URL | undefined;
}

async function respond(context: PageContext, exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  // A page elsewhere could name a host of its own that resolves to 127.0.0.1; its requests carry that name.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? ''))
    return sendJson(response, 421, { error: 'Wrong host' });
  if (url.pathname === '/playground/events') return streamChanges(context, url.searchParams.get('as') ?? '', response);
  const name = url.pathname.replace(/^\/playground\//, '');
  if (name === url.pathname) return sendFile(exchange, url.pathname);
  if (request.method === 'GET') return view(context, { name, url, response });
  return act(context, { name, request, response });
}

interface Viewing {
  readonly name: string;
  readonly url: URL;
  readonly response: ServerResponse;
}

async function view(context: PageContext, { name, url, response }: Viewing): Promise<void> {
  const found = Object.hasOwn(VIEWS, name) ? VIEWS[name] : undefined;
  if (!found) return sendJson(response, 404, { error: `There is no ${name}` });
  sendJson(response, 200, found(context, Object.fromEntries(url.searchParams)));
}

async function act(
  context: PageContext,
  { name, request, response }: Omit<Exchange, 'fonts'> & { name: string },
): Promise<void> {
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  const isJson = request.headers['content-type'] === 'application/json';
  // Other sites cannot send this type without asking first, and nobody answers that question.
  if (!action || !isJson) return sendJson(response, 404, { error: `There is no ${name}` });
  const body: unknown = JSON.parse((await readBytes(request, 16 * 1024 * 1024)).toString('utf8'));
  sendJson(response, 200, await action(context, body as never));
}

async function sendFile({ response, fonts }: Exchange, pathname: string): Promise<void> {
  if (pathname === '/fonts.css') return sendFonts(response, fonts);
  const name = pathname === '/' ? 'index.html' : pathname.slice(1);
  const font = /^fonts\/([\w.-]+\.(?:ttf|woff2))$/.exec(name)?.[1];
  const isOwn = /^[a-z-]+\.(html|css|js|svg)$/.test(name);
  const file = font && fonts ? new URL(font, fonts) : isOwn ? new URL(name, FOLDER) : undefined;
  const bytes = file && (await readFile(file).catch(() => undefined));
  if (!bytes) return sendJson(response, 404, { error: 'Not found' });
  response.writeHead(200, {
    'content-type': TYPES[name.split('.').pop() ?? ''] ?? 'application/octet-stream',
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-cache',
  });
  response.end(bytes);
}

/** Every font of the folder under a name of its own, tried in order after the machine's. */
async function sendFonts(response: ServerResponse, folder: URL | undefined): Promise<void> {
  const all = folder ? await readdir(folder).catch(() => []) : [];
  const files = all.filter((file) => /^[\w.-]+\.(ttf|woff2)$/.test(file)).sort();
  const faces = files.map(
    (file, index) => `@font-face { font-family: "P${index}"; font-display: swap; src: url("/fonts/${file}"); }`,
  );
  const names = files.map((_, index) => `"P${index}"`).join(', ');
  response.writeHead(200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' });
  response.end(`${faces.join('\n')}\n${names ? `:root { --fonts: ${names}; }` : ''}\n`);
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'x-content-type-options': 'nosniff' });
  response.end(JSON.stringify(body ?? null));
}

function fail(response: ServerResponse, error: unknown): void {
  const expected = error instanceof NotPossible || error instanceof ApiError || error instanceof SyntaxError;
  if (!expected) console.error('The playground page failed:', error);
  if (response.headersSent) response.end();
  else sendJson(response, expected ? 400 : 500, { error: error instanceof Error ? error.message : 'Something broke' });
}
