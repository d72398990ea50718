// Trouble on demand: the next so many requests of a route fail, wait, or lose their answer.
import type { Match } from './router.ts';

export interface FaultOptions {
  /** `POST /channels/{channel_id}/messages`, as in the OpenAPI document; `*` for all. */
  readonly route: string;
  readonly times?: number;
  /** The status of the answer (default 500); 429 with `retryAfterMs`. */
  readonly status?: number;
  readonly code?: number;
  readonly message?: string;
  readonly retryAfterMs?: number;
  /** With 429: the limit of the whole bot. */
  readonly global?: boolean;
  /** Does what was asked, then fails: the answer is what gets lost. */
  readonly afterwards?: boolean;
  /** Cuts the connection instead of answering. */
  readonly drop?: boolean;
  /** Waits so many real milliseconds first; alone, the request then goes on as usual. */
  readonly delayMs?: number;
}

export interface Faults {
  add(options: FaultOptions): void;
  clear(): void;
  take(match: Match): FaultOptions | undefined;
}

export function createFaults(): Faults {
  let active: { readonly options: FaultOptions; left: number }[] = [];
  return {
    add: (options) => void active.push({ options, left: options.times ?? 1 }),
    clear() {
      active = [];
    },
    take({ route }) {
      const found = active.find(
        ({ options }) => options.route === '*' || options.route === `${route.method} ${route.path}`,
      );
      if (!found) return undefined;
      found.left -= 1;
      if (found.left <= 0) active = active.filter((one) => one !== found);
      return found.options;
    },
  };
}

/** A fault that only waits lets the request through. */
export function isOnlyDelay(options: FaultOptions): boolean {
  return options.delayMs !== undefined && !options.drop && options.status === undefined;
}
