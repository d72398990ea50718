// Bodies against Discord's own description of its API.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StandIn } from '../../src/playground/stand-in.ts';
import { discordOpenApi, discordStandIn, TOKEN } from '../helpers/discord-stand-in.ts';

const document = discordOpenApi();

describe.skipIf(document === undefined)('with the OpenAPI document (skipped: ../shared/discord is not there)', () => {
  let standIn: StandIn;

  beforeEach(async () => {
    standIn = await discordStandIn();
  });

  afterEach(() => standIn.close());

  async function post(body: unknown) {
    const response = await fetch(`${standIn.apiUrl}/v10/channels/${standIn.channel('general').id}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as { errors?: object } };
  }

  test('a correct message passes, ids as numbers and integers as strings too', async () => {
    const row = { type: 1, components: [{ type: 2, style: 1, label: 'Go', custom_id: 'go' }] };
    const container = { type: 17, accent_color: '255', components: [{ type: 10, content: 'Hi' }, row] };

    expect((await post({ flags: 32768, components: [container] })).status).toBe(200);
  });

  test('what the document forbids is a breach that says where', async () => {
    const container = { type: 17, accent_color: 16_777_216, components: [{ type: 10, content: 'Hi' }] };

    const refused = await post({ flags: 32768, components: [container] });

    expect(refused.status).toBe(400);
    expect(refused.body.errors).toHaveProperty('components.0.accent_color._errors');
    expect(standIn.breaches).toHaveLength(1);
  });
});
