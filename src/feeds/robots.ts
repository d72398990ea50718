// robots.txt, obeyed for article pages; feeds are there for programs.

import robotsParser from 'robots-parser';
import { type Http, USER_AGENT } from '../http.ts';

export interface Robots {
  readonly allows: (url: string) => Promise<boolean>;
}

interface Robot {
  /** Undefined for an address of another site. */
  readonly isAllowed: (url: string, userAgent: string) => boolean | undefined;
}

interface Rules {
  readonly readAt: number;
  readonly allows: Promise<(url: string) => boolean>;
}

// The package's types describe an ES module; it is a CommonJS function.
const parseRobots = robotsParser as unknown as (url: string, text: string) => Robot;

const HOUR = 3_600_000;
const MAX_SITES = 1_000;
/** Longer files are not obeyed, as RFC 9309 §2.5 allows. */
const MAX_BYTES = 512_000;
const MAX_LINES = 3_000;
/** Matching costs the length of pattern and address for every one of these, on the thread that keeps Discord alive. */
const MAX_WILDCARDS = 6;
const MAX_COMPARED = 1_000;
const TIMEOUT_MS = 10_000;

export function createRobots({ fetch, now }: { fetch: Http['fetch']; now: () => number }): Robots {
  const sites = new Map<string, Rules>();

  const rulesOf = (origin: string) => {
    const known = sites.get(origin);
    if (known && now() - known.readAt < HOUR) return known.allows;
    sites.delete(origin);
    const oldest = sites.keys().next();
    if (sites.size >= MAX_SITES && !oldest.done) sites.delete(oldest.value);
    const allows = readRules(origin, fetch);
    sites.set(origin, { readAt: now(), allows });
    return allows;
  };

  return {
    allows: async (url) => {
      const page = URL.parse(url);
      if (!page || !/^https?:$/.test(page.protocol)) return false;
      const allows = await rulesOf(page.origin);
      return allows(url);
    },
  };
}

/** A pattern is cut at one wildcard too many: it then forbids more, never less. An Allow line would allow more: it goes. */
function tamed(text: string): string {
  return text
    .split(/\r\n?|\n/, MAX_LINES)
    .flatMap((line) => {
      const short = line.slice(0, MAX_COMPARED);
      const parts = short.split('*');
      if (parts.length <= MAX_WILDCARDS + 1) return [short];
      return /^\s*allow/i.test(short) ? [] : [parts.slice(0, MAX_WILDCARDS + 1).join('*')];
    })
    .join('\n');
}

/** Without a file everything is allowed; a server in trouble is left alone. RFC 9309 §2.3.1. */
async function readRules(origin: string, fetch: Http['fetch']): Promise<(url: string) => boolean> {
  const url = `${origin}/robots.txt`;
  const outcome = await fetch({
    url,
    purpose: 'page',
    accept: 'text/plain, */*;q=0.5',
    maxBytes: MAX_BYTES,
    timeoutMs: TIMEOUT_MS,
    urgent: true,
  });
  if (outcome.kind === 'ok') {
    const robots = parseRobots(url, tamed(new TextDecoder().decode(outcome.bytes)));
    return (page) => robots.isAllowed(page.slice(0, MAX_COMPARED), USER_AGENT) ?? true;
  }
  const { problem } = outcome.kind === 'problem' ? outcome : {};
  const inTrouble = problem?.problem === 'http-status' && problem.status >= 500;
  return () => !inTrouble;
}
