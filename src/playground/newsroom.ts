// The sample newsroom: every outlet a site of its own on loopback, whose articles appear as time goes by.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { articlePage, frontPage } from './newsroom-page.ts';
import type { Printed, Site } from './printed.ts';
import { print } from './printed.ts';
import type { Outlet } from './sample-article.ts';
import { readOutlets } from './sample-article.ts';
import { samplePicture } from './sample-picture.ts';
import { FEED_TYPE, writeFeed } from './write-feed.ts';

export interface NewsroomOptions {
  readonly folder: URL;
  readonly now: () => number;
  /** What articles' `ago` counts from; a playground that keeps its data keeps this too (default: now). */
  readonly startedAt?: number;
  /** The port of all sites; 0 (default) takes free ones. */
  readonly port?: number;
}

export interface NewsroomOutlet {
  readonly slug: string;
  readonly name: string;
  readonly lang: string;
  readonly url: string;
  readonly feedUrl: string;
}

export interface Newsroom {
  readonly outlets: readonly NewsroomOutlet[];
  /** `host:port` of every site: what may be fetched although it is private. */
  readonly allow: readonly string[];
  readonly startedAt: number;
  close(): Promise<void>;
}

export async function startNewsroom(options: NewsroomOptions): Promise<Newsroom> {
  const startedAt = options.startedAt ?? options.now();
  const outlets = await readOutlets(options.folder);
  const running = await startSites(outlets, { now: options.now, startedAt, port: options.port ?? 0 });
  return {
    startedAt,
    outlets: running.map(({ site }) => ({
      slug: site.outlet.slug,
      name: site.outlet.name,
      lang: site.outlet.lang,
      url: `${site.origin}/`,
      feedUrl: `${site.origin}${feedPath(site.outlet)}`,
    })),
    allow: running.map(({ site }) => new URL(site.origin).host),
    async close() {
      await Promise.all(running.map(({ server }) => stop(server)));
    },
  };
}

interface SiteTime {
  readonly now: () => number;
  readonly startedAt: number;
  readonly port: number;
}

interface RunningSite {
  readonly site: Site;
  readonly server: Server;
}

/** One after the other: the first free port becomes the port of all, where it can. */
async function startSites(outlets: readonly Outlet[], time: SiteTime): Promise<RunningSite[]> {
  const running: RunningSite[] = [];
  let { port } = time;
  for (const [index, outlet] of outlets.entries()) {
    const site: Site = { outlet, origin: '', startedAt: time.startedAt };
    const server = createServer((request, response) => respond(site, time.now(), { request, response }));
    const address = await listen(server, { host: `127.0.0.${index + 2}`, port });
    site.origin = `http://${address.address}:${address.port}`;
    if (address.address !== '127.0.0.1') port = address.port;
    running.push({ site, server });
  }
  return running;
}

/** Systems with only 127.0.0.1 (macOS), and ports that are taken, get a free port there. */
async function listen(server: Server, { host, port }: { host: string; port: number }): Promise<AddressInfo> {
  const places = [
    { host, port },
    { host, port: 0 },
    { host: '127.0.0.1', port: 0 },
  ];
  for (const place of places) {
    try {
      server.listen(place.port, place.host);
      await once(server, 'listening');
      return server.address() as AddressInfo;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (!['EADDRINUSE', 'EADDRNOTAVAIL', 'EACCES'].includes(code)) throw error;
    }
  }
  throw new Error('No loopback port is free for the sample newsroom');
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}

function feedPath(outlet: Outlet): string {
  return { rss: '/rss.xml', atom: '/atom.xml', json: '/feed.json' }[outlet.feed];
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

function respond(site: Site, now: number, exchange: Exchange): void {
  const { request, response } = exchange;
  const { pathname } = new URL(request.url ?? '/', site.origin);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const document = isRead ? documentAt(site, { pathname, printed: print(site, now) }) : undefined;
  if (document) answer(document, exchange);
  else refuse(response, isRead ? 404 : 405);
}

function answer(document: Document, { request, response }: Exchange): void {
  const etag = `"${createHash('sha256').update(document.body).digest('base64url').slice(0, 20)}"`;
  const lastModified = new Date(document.changedAt).toUTCString();
  response.setHeader('etag', etag);
  response.setHeader('last-modified', lastModified);
  response.setHeader('cache-control', 'max-age=0, must-revalidate');
  if (isUnchanged(request, { etag, lastModified })) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(200, { 'content-type': document.type });
  response.end(request.method === 'HEAD' ? undefined : document.body);
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${status}\n`);
}

/** RFC 9110 §13.2.2: If-None-Match decides alone when it is there. */
function isUnchanged(
  request: IncomingMessage,
  { etag, lastModified }: { etag: string; lastModified: string },
): boolean {
  const tags = request.headers['if-none-match'];
  if (tags !== undefined) return tags.split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, '') === etag || tag === '*');
  const since = request.headers['if-modified-since'];
  return since !== undefined && Date.parse(since) >= Date.parse(lastModified);
}

interface Document {
  readonly type: string;
  readonly body: string | Buffer;
  readonly changedAt: number;
}

const HTML = 'text/html; charset=utf-8';

interface Asked {
  readonly pathname: string;
  readonly printed: readonly Printed[];
}

function documentAt(site: Site, { pathname, printed }: Asked): Document | undefined {
  const { outlet, startedAt } = site;
  const newest = Math.max(startedAt - 30 * 86_400_000, ...printed.map((article) => article.updatedAt));
  if (pathname === feedPath(outlet)) {
    return { type: FEED_TYPE[outlet.feed], body: writeFeed(site, printed), changedAt: newest };
  }
  if (pathname === '/')
    return { type: HTML, body: frontPage(site, { printed, feedPath: feedPath(outlet) }), changedAt: newest };
  if (pathname === '/robots.txt') {
    return { type: 'text/plain; charset=utf-8', body: 'User-agent: *\nDisallow: /account/\n', changedAt: startedAt };
  }
  const article = printed.find((one) => one.path === pathname);
  if (!article) return pictureAt(site, { pathname, printed });
  const body = articlePage(site, { article, printed, feedPath: feedPath(outlet) });
  return { type: HTML, body, changedAt: article.updatedAt };
}

function pictureAt(site: Site, { pathname, printed }: Asked): Document | undefined {
  const article = printed.find((one) => one.picturePath === pathname);
  if (!article) return undefined;
  const body = samplePicture(site.outlet.color, article.article.slug);
  return { type: 'image/png', body, changedAt: article.publishedAt };
}
