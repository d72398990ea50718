// The parts of the stand-in that its routes and its people share.
import type { Changes } from './changes.ts';
import type { Gateway } from './gateway.ts';
import type { Interaction } from './interaction.ts';
import type { UploadedFile } from './records.ts';
import type { World } from './world.ts';

export interface Core {
  readonly world: World;
  readonly gateway: Gateway;
  readonly changes: Changes;
  /** By token. */
  readonly interactions: Map<string, Interaction>;
  /** `http://127.0.0.1:PORT` of the REST server. */
  readonly origin: () => string;
}

/** A request that has passed the gate: known route, right token, readable body. */
export interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
  /** When the request came in: before its body was read and checked. */
  readonly at: number;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As in Discord's OpenAPI document: `/channels/{channel_id}/messages`. */
  readonly path: string;
  /** Whether the bot's token is needed (default), or the one in the path suffices. */
  readonly open?: boolean;
  readonly handle: (core: Core, call: Call) => Answer;
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export const NO_CONTENT: Answer = { status: 204 };
