// The three seconds and the fifteen minutes, on a clock that the test moves.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Interaction } from '../../src/playground/interaction.ts';
import type { StandIn } from '../../src/playground/stand-in.ts';
import { type MovableClock, movableClock } from '../helpers/discord-clock.ts';
import { discordStandIn, MEMBER, TOKEN } from '../helpers/discord-stand-in.ts';

let clock: MovableClock;
let standIn: StandIn;

beforeEach(async () => {
  clock = movableClock(Date.UTC(2026, 0, 2));
  standIn = await discordStandIn({ clock });
  await api('PUT', `/applications/${standIn.applicationId}/commands`, [{ name: 'ping', description: 'Answers' }]);
});

afterEach(() => standIn.close());

async function api(method: string, path: string, body?: unknown) {
  const headers = { authorization: `Bot ${TOKEN}`, 'content-type': 'application/json' };
  const response = await fetch(`${standIn.apiUrl}/v10${path}`, { method, headers, body: JSON.stringify(body) });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : undefined };
}

function ask(): {
  reply: Promise<{ error: string | undefined; firstResponseMs: number | undefined }>;
  asked: Interaction;
} {
  const channelId = standIn.channel('general').id;
  const reply = standIn.person(MEMBER).slash({ channelId, command: 'ping' });
  const asked = [...standIn.core.interactions.values()].at(-1) as Interaction;
  return { reply, asked };
}

function callback({ id, token }: Interaction, body: unknown) {
  return api('POST', `/interactions/${id}/${token}/callback`, body);
}

test('an answer within three seconds is taken, and its time told', async () => {
  const { reply, asked } = ask();
  clock.advance(2900);

  expect((await callback(asked, { type: 4, data: { content: 'pong' } })).status).toBe(204);

  expect((await reply).firstResponseMs).toBe(2900);
});

test('after three seconds the person reads that the application did not respond, and the callback is refused', async () => {
  const { reply, asked } = ask();

  clock.advance(3001);

  expect((await reply).error).toBe('The application did not respond');
  expect(await callback(asked, { type: 5 })).toEqual({
    status: 404,
    body: { message: 'Unknown interaction', code: 10062 },
  });
});

test('a second callback is refused', async () => {
  const { asked } = ask();
  await callback(asked, { type: 4, data: { content: 'pong' } });

  const second = await callback(asked, { type: 4, data: { content: 'pong again' } });

  expect(second).toMatchObject({ status: 400, body: { code: 40060 } });
});

test('the token is good for fifteen minutes', async () => {
  const { asked } = ask();
  await callback(asked, { type: 5 });
  const original = `/webhooks/${standIn.applicationId}/${asked.token}/messages/@original`;
  clock.advance(15 * 60_000 - 1);
  expect((await api('PATCH', original, { content: 'just in time' })).status).toBe(200);

  clock.advance(2);

  expect(await api('PATCH', original, { content: 'late' })).toMatchObject({ status: 401, body: { code: 50027 } });
});

test('a follow-up before the callback is refused', async () => {
  const { asked } = ask();

  const early = await api('POST', `/webhooks/${standIn.applicationId}/${asked.token}`, { content: 'early' });

  expect(early).toMatchObject({ status: 404, body: { code: 10015 } });
});
