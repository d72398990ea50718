// Health and metrics for an operator: /healthz (alive), /readyz (connected, database answering), /metrics (Prometheus).

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Readings {
  /** Throws or answers false while the bot cannot do its work. */
  readonly isReady: () => Promise<boolean>;
  /** Name → value, read when somebody asks. */
  readonly counts: () => Promise<Readonly<Record<string, number>>>;
}

export interface Health {
  readonly port: number;
  /** How long a command took to its first answer, and what came of it. */
  observe(answer: {
    readonly name: string;
    readonly outcome: string;
    readonly acknowledgedMs: number;
    readonly tookMs: number;
  }): void;
  close(): Promise<void>;
}

const SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 15];

/** Listens on that address; port 0 takes any free one. */
export async function startHealth(
  { host, port }: { readonly host: string; readonly port: number },
  readings: Readings,
): Promise<Health> {
  const { registry, observe } = createMetrics(readings);
  const answers: Readonly<Record<string, () => Promise<Answer>>> = {
    '/healthz': async () => ({ status: 200, body: 'ok\n' }),
    '/readyz': async () => ((await readings.isReady()) ? { status: 200, body: 'ready\n' } : NOT_READY),
    '/metrics': async () => ({ status: 200, body: await registry.metrics(), type: registry.contentType }),
  };
  const server = createServer((request, response) => {
    const answer = answers[new URL(request.url ?? '/', 'http://localhost').pathname];
    const whenAnswered = (answer?.() ?? Promise.resolve({ status: 404, body: 'not found\n' })).catch(() => NOT_READY);
    void whenAnswered.then(({ status, body, type = 'text/plain; charset=utf-8' }: Answer) => {
      response.writeHead(status, { 'content-type': type }).end(body);
    });
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    observe,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly type?: string;
}

const NOT_READY: Answer = { status: 503, body: 'not ready\n' };

function createMetrics({ counts }: Readings): { readonly registry: Registry; readonly observe: Health['observe'] } {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  registry.registerMetric(
    new Gauge({
      name: 'broadsheet_stored',
      help: 'What the database holds, by kind.',
      labelNames: ['kind'],
      registers: [],
      collect: async function collect() {
        for (const [kind, value] of Object.entries(await counts())) this.set({ kind }, value);
      },
    }),
  );
  const labels = { labelNames: ['command', 'outcome'], buckets: SECONDS, registers: [registry] };
  const acknowledged = new Histogram({
    name: 'broadsheet_first_response_seconds',
    help: 'To the first response.',
    ...labels,
  });
  const answered = new Histogram({ name: 'broadsheet_answer_seconds', help: 'To the whole answer.', ...labels });
  return {
    registry,
    observe: ({ name, outcome, acknowledgedMs, tookMs }) => {
      acknowledged.observe({ command: name, outcome }, acknowledgedMs / 1000);
      answered.observe({ command: name, outcome }, tookMs / 1000);
    },
  };
}
