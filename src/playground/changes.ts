// Tells whoever listens (a waiting test, the web page) that something has changed.
import type { Interaction } from './interaction.ts';
import type { StoredMessage } from './records.ts';
import type { Snowflake } from './snowflake.ts';

export type Change =
  | { readonly kind: 'message' | 'edit'; readonly message: StoredMessage }
  | { readonly kind: 'delete'; readonly channelId: Snowflake; readonly messageId: Snowflake }
  | { readonly kind: 'interaction'; readonly interaction: Interaction }
  | { readonly kind: 'typing'; readonly channelId: Snowflake }
  | { readonly kind: 'channels' }
  | { readonly kind: 'commands' };

export interface Changes {
  tell(change: Change): void;
  /** The answer ends it. */
  listen(listener: (change: Change) => void): () => void;
}

export function createChanges(): Changes {
  const listeners = new Set<(change: Change) => void>();
  return {
    tell(change) {
      for (const listener of [...listeners]) listener(change);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Resolves with the first value that `look` finds, now or after a change; refuses after so many real milliseconds. */
export function whenFound<T>(
  changes: Changes,
  look: () => T | undefined,
  { what, timeoutMs }: { readonly what: string; readonly timeoutMs: number },
): Promise<T> {
  return new Promise((resolve, reject) => {
    const found = look();
    if (found !== undefined) return resolve(found);
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`Waited ${timeoutMs} ms in vain for ${what}`));
    }, timeoutMs);
    const stop = changes.listen(() => {
      const now = look();
      if (now === undefined) return;
      clearTimeout(timer);
      stop();
      resolve(now);
    });
  });
}
