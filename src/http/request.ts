// What is asked of the web, and everything that can come back.

import type { Problem } from '../errors.ts';

/** `person`: the address was typed by somebody who is not the operator (`/summary URL`); it never reaches a private one.
 * `attachment`: a file that somebody gave to Discord; private only where Discord's own API is (a stand-in). */
export type Purpose = 'feed' | 'page' | 'person' | 'attachment';

export interface HttpRequest {
  readonly url: string;
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  readonly accept?: string | undefined;
  /** Of the decompressed body. */
  readonly maxBytes?: number | undefined;
  /** From the first connection to the last byte, redirects included; waiting for one's turn is not counted. */
  readonly timeoutMs?: number | undefined;
  readonly purpose: Purpose;
  /** Somebody is waiting for the answer: no gap is kept to the last request. */
  readonly urgent?: boolean | undefined;
  /** When it fires, `fetch` rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
}

interface Answered {
  /** After redirects. */
  readonly url: string;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  readonly maxAgeMs: number | undefined;
  /** Where the address has moved for good: every redirect on the way was permanent. */
  readonly permanentUrl: string | undefined;
}

export type HttpOutcome =
  | ({ readonly kind: 'ok'; readonly status: number; readonly bytes: Uint8Array } & Answered & {
        readonly contentType: string | undefined;
      })
  | ({ readonly kind: 'unchanged' } & Answered)
  | { readonly kind: 'gone'; readonly url: string }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly retryAfterMs?: number | undefined };
