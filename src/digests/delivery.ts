// What the outbox hands to Discord, and what comes of it.

import type { Problem } from '../errors.ts';

/** A page to send. */
export interface Delivery {
  readonly channelId: string;
  readonly body: unknown;
  /** At most 25 characters, the same at every attempt: Discord drops doubles of the last few minutes. */
  readonly nonce: string;
  /** What a custom_id of the page holds. */
  readonly runKey: string;
  /** When the first attempt was made, where that is too long ago for the nonce: the page is looked for in the channel first. */
  readonly since: number | undefined;
  /** Name of the thread to open on the message. */
  readonly threadName: string | undefined;
  readonly publish: boolean;
}

export type Delivered =
  | { readonly kind: 'sent' | 'found'; readonly messageId: string }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'retry'; readonly afterMs: number };

export type Deliver = (delivery: Delivery) => Promise<Delivered>;
