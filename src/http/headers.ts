// What response headers say about time: how long an answer is good, and when to come back.

type Headers = Readonly<Record<string, string | string[] | undefined>>;

export function header(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** How long the answer may be used, undefined where the server does not say or wants to be asked each time. RFC 9111 §4.2.1. */
export function maxAgeMs(headers: Headers, now: number): number | undefined {
  const control = (header(headers, 'cache-control') ?? '').toLowerCase();
  if (/\bno-(cache|store)\b/.test(control)) return undefined;
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/.exec(control);
  if (maxAge) {
    const age = Number.parseInt(header(headers, 'age') ?? '0', 10) || 0;
    return positive((Number(maxAge[1]) - age) * 1000);
  }
  const expires = Date.parse(header(headers, 'expires') ?? '');
  const date = Date.parse(header(headers, 'date') ?? '');
  return Number.isNaN(expires) ? undefined : positive(expires - (Number.isNaN(date) ? now : date));
}

/** Seconds or a date. RFC 9110 §10.2.3. */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const value = header(headers, 'retry-after')?.trim();
  if (!value) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

function positive(ms: number): number | undefined {
  return ms > 0 ? ms : undefined;
}
