import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { httpFor, startServer } from './servers.ts';

const opened: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

/** A proxy that knows one name, as a resolver of its own would. */
async function startProxy(name: string, target: string): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const [host, port] = target.split(':');
  const server = createServer();
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    asked.push(request.url ?? '');
    if (request.url !== name) return socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    const upstream = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opened.push({
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

test('behind a proxy, names go through it; private addresses are still refused, and the operator’s own go straight', async () => {
  const server = await startServer((_request, response) => response.end('there'));
  const proxy = await startProxy('harbour.example:80', server.host);
  const http = httpFor([server.host], { proxy: proxy.url });
  opened.push(http, server);
  const get = (url: string) => http.fetch({ url, purpose: 'feed', timeoutMs: 3_000 });

  const named = await get('http://harbour.example/feed');
  const refused = await Promise.all([get('http://10.0.0.1/'), get('http://[::1]/')]);
  const own = await get(server.url);

  expect(named).toMatchObject({ kind: 'ok', url: 'http://harbour.example/feed' });
  for (const outcome of refused) expect(outcome).toMatchObject({ problem: { problem: 'private-address' } });
  expect(own).toMatchObject({ kind: 'ok' });
  expect(proxy.asked).toEqual(['harbour.example:80']);
});
