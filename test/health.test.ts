import { afterEach, expect, test } from 'vitest';
import { type Health, startHealth } from '../src/health.ts';

let health: Health | undefined;
afterEach(async () => {
  await health?.close();
  health = undefined;
});

async function ask(path: string, isReady = async () => true): Promise<{ status: number; body: string }> {
  health = await startHealth({ host: '127.0.0.1', port: 0 }, { isReady, counts: async () => ({ articles: 7 }) });
  health.observe({ name: 'summary', outcome: 'answered', acknowledgedMs: 40, tookMs: 90 });
  const response = await fetch(`http://127.0.0.1:${health.port}${path}`);
  return { status: response.status, body: await response.text() };
}

test('a process that runs is healthy', async () => {
  expect(await ask('/healthz')).toEqual({ status: 200, body: 'ok\n' });
});

test('a bot that is not connected, or whose database fails, is not ready', async () => {
  expect((await ask('/readyz', async () => false)).status).toBe(503);
  await health?.close();
  expect((await ask('/readyz', async () => Promise.reject(new Error('disk gone')))).status).toBe(503);
});

test('metrics tell what is stored and how fast commands answer', async () => {
  const { body } = await ask('/metrics');

  expect(body).toContain('broadsheet_stored{kind="articles"} 7');
  expect(body).toContain('broadsheet_first_response_seconds_bucket{le="0.05",command="summary",outcome="answered"} 1');
});
