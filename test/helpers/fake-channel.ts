// A Discord channel as the outbox meets it: drops a second message of the same nonce for a few minutes, and can be searched.

import type { Delivered, Delivery } from '../../src/digests/delivery.ts';

/** Discord promises "a few minutes". */
const NONCE_MS = 3 * 60_000;

export interface FakeChannel {
  readonly messages: { readonly id: string; readonly body: unknown; readonly nonce: string; readonly at: number }[];
  readonly deliver: (delivery: Delivery) => Promise<Delivered>;
}

export function fakeChannel(now: () => number): FakeChannel {
  const messages: FakeChannel['messages'] = [];
  return {
    messages,
    deliver: async ({ body, nonce, since }) => {
      if (since !== undefined) {
        const found = messages.find((message) => message.at >= since && sameBody(message.body, body));
        if (found !== undefined) return { kind: 'found', messageId: found.id };
      }
      const double = messages.find((message) => message.nonce === nonce && now() - message.at < NONCE_MS);
      if (double !== undefined) return { kind: 'sent', messageId: double.id };
      const id = `m${messages.length}`;
      messages.push({ id, body, nonce, at: now() });
      return { kind: 'sent', messageId: id };
    },
  };
}

/** A page is known by the key in it. */
function sameBody(a: unknown, b: unknown): boolean {
  return (a as { readonly key: string }).key === (b as { readonly key: string }).key;
}
