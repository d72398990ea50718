// A web server on a free loopback port, for tests of what goes out to the web.

import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttp, type Http, type HttpOptions } from '../../src/http.ts';

export interface LocalServer {
  readonly url: string;
  readonly host: string;
  readonly close: () => Promise<void>;
}

export async function startServer(answer: RequestListener): Promise<LocalServer> {
  const server: Server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://${host}`, host, close };
}

export const NOW = Date.parse('2026-03-01T12:00:00Z');

export function httpFor(allow: readonly string[], options: Partial<HttpOptions> = {}): Http {
  return createHttp({ allow, contact: 'https://broadsheet.example', now: () => NOW, ...options });
}
