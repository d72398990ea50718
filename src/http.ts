// The one way out to the web: checked addresses, counted bytes, a deadline on the whole answer, and manners.

import { Agent, ProxyAgent } from 'undici';
import { createGuard } from './http/guard.ts';
import { createHolds } from './http/holds.ts';
import { createQueue, type Pace } from './http/pace.ts';
import type { HttpOutcome, HttpRequest } from './http/request.ts';
import { type Lane, problem, visit, type Web } from './http/visit.ts';

export type { HttpOutcome, HttpRequest, Purpose } from './http/request.ts';
export { USER_AGENT } from './http/visit.ts';

export interface Http {
  readonly fetch: (request: HttpRequest) => Promise<HttpOutcome>;
  readonly close: () => Promise<void>;
}

export interface HttpOptions {
  /** FETCH_ALLOW, split: `host:port`, `host:*` or CIDR. */
  readonly allow: readonly string[];
  /** `host:port` of Discord's API where it is not Discord's own: attachments may be there. */
  readonly discordHost?: string | undefined;
  /** Address or URL for the user agent. */
  readonly contact: string;
  /** HTTPS_PROXY. Names are then resolved by the proxy and cannot be checked here; literal addresses still are. */
  readonly proxy?: string | undefined;
  readonly now: () => number;
  readonly log?: { readonly debug: (values: object, message: string) => void } | undefined;
  /** For public hosts. */
  readonly pace?: Pace | undefined;
  /** For the hosts that FETCH_ALLOW names: the operator's own. */
  readonly ownPace?: Pace | undefined;
}

const PUBLIC_PACE: Pace = { atOnce: 1, gapMs: 1_000 };
/** The operator's own services may be asked for something else while some answers hang. */
const OWN_PACE: Pace = { atOnce: 8, gapMs: 0, longMs: 2_000 };
const TIMEOUT_MS = 20_000;
const MAX_REDIRECTS = 5;
const PERMANENT = new Set([301, 308]);

export function createHttp(options: HttpOptions): Http {
  const web: Web = {
    contact: options.contact,
    pace: options.pace ?? PUBLIC_PACE,
    ownPace: options.ownPace ?? OWN_PACE,
    now: options.now,
    queue: createQueue(),
    holds: createHolds(),
    operator: createLane(options.allow),
    person: createLane([]),
    discord: createLane(options.discordHost ? [options.discordHost] : []),
    proxy: options.proxy ? new ProxyAgent({ uri: options.proxy }) : undefined,
  };
  return {
    fetch: async (request) => {
      const startedAt = performance.now();
      const outcome = await follow(web, request);
      const ms = Math.round(performance.now() - startedAt);
      options.log?.debug({ url: request.url, kind: outcome.kind, ms }, 'fetched');
      return outcome;
    },
    close: async () => {
      await Promise.all([
        web.operator.agent.destroy(),
        web.person.agent.destroy(),
        web.discord.agent.destroy(),
        web.proxy?.destroy(),
      ]);
    },
  };
}

function createLane(allow: readonly string[]): Lane {
  const guard = createGuard(allow);
  const agent = new Agent({
    connect: guard.connect,
    maxHeaderSize: 64 * 1024,
    // The deadline is ours, on the whole answer.
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: 4_000,
  });
  return { guard, agent };
}

/** Goes from redirect to redirect. */
async function follow(web: Web, request: HttpRequest): Promise<HttpOutcome> {
  const first = webUrl(request.url);
  if (!first) return problem({ problem: 'not-a-url', input: request.url });
  let url = first;
  let permanent = true;
  let leftMs = request.timeoutMs ?? TIMEOUT_MS;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    const hop = await visit(web, request, url, leftMs);
    if (hop.kind !== 'redirect') return withMove(hop, hops > 0 && permanent ? url.href : undefined);
    const next = webUrl(hop.location, url);
    if (!next) return problem({ problem: 'not-a-url', input: hop.location });
    permanent &&= PERMANENT.has(hop.status);
    leftMs -= hop.tookMs;
    url = withLogin(next, url);
  }
  return problem({ problem: 'too-many-redirects', host: first.host });
}

function withMove(outcome: HttpOutcome, permanentUrl: string | undefined): HttpOutcome {
  return outcome.kind === 'ok' || outcome.kind === 'unchanged' ? { ...outcome, permanentUrl } : outcome;
}

/** A name and password in the address go along to the same origin only. */
function withLogin(next: URL, from: URL): URL {
  if (next.origin === from.origin && !next.username) {
    next.username = from.username;
    next.password = from.password;
  }
  return next;
}

function webUrl(text: string, base?: URL): URL | undefined {
  const url = URL.parse(text, base?.href);
  return url && (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname ? url : undefined;
}
