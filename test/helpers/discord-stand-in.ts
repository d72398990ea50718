// Starts the stand-in for Discord in a test, with Discord's OpenAPI document to check against when it is at hand.
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { OpenApi } from '../../src/playground/openapi.ts';
import type { StandIn, StandInOptions } from '../../src/playground/stand-in.ts';
import { startStandIn } from '../../src/playground/stand-in.ts';

const DOCUMENT = new URL('../../../shared/discord/openapi.json.gz', import.meta.url);

let parsed: OpenApi | undefined;

/** Discord's own description of its API; undefined where it is not beside the project. */
export function discordOpenApi(): OpenApi | undefined {
  if (!existsSync(DOCUMENT)) return undefined;
  parsed ??= JSON.parse(gunzipSync(readFileSync(DOCUMENT)).toString('utf8')) as OpenApi;
  return parsed;
}

export const TOKEN = 'test-token';

export const ADMIN = '200000000000000001';
export const MEMBER = '200000000000000002';

/** One server with an admin, a member and three channels; `options` come on top. */
export function discordStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const openapi = discordOpenApi();
  return startStandIn({
    token: TOKEN,
    application: { id: '100000000000000001', name: 'Newsie' },
    people: [
      { id: ADMIN, name: 'Ada' },
      { id: MEMBER, name: 'Mo' },
    ],
    guilds: [
      {
        id: '300000000000000001',
        name: 'Town square',
        owner: ADMIN,
        members: [{ user: MEMBER }],
        channels: [
          { id: '400000000000000001', name: 'general' },
          { id: '400000000000000002', name: 'news', type: 'announcement' },
          { id: '400000000000000003', name: 'posts', type: 'forum', tags: ['world'] },
        ],
      },
    ],
    ...(openapi ? { openapi } : {}),
    ...options,
  });
}
