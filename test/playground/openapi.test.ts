// Bodies against Discord's own description of its API.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OpenApi } from '../../src/playground/openapi.ts';
import type { StandIn } from '../../src/playground/stand-in.ts';
import { discordOpenApi, discordStandIn, MEMBER, TOKEN } from '../helpers/discord-stand-in.ts';

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

  test('every answer has the fields that the document promises', async () => {
    const faultsOf = answerCheck(document as OpenApi);
    const [guild, general, posts] = [
      standIn.guild('Town square').id,
      standIn.channel('general').id,
      standIn.channel('posts').id,
    ];
    const section = {
      type: 9,
      components: [{ type: 10, content: 'Hi' }],
      accessory: { type: 11, media: { url: 'https://example.org/a.png' } },
    };
    const container = {
      type: 17,
      components: [section, { type: 14 }, { type: 1, components: [{ type: 8, custom_id: 'c' }] }],
    };
    const command = { name: 'ping', description: 'p', options: [{ type: 3, name: 'a', description: 'b' }] };
    const asked: [string, string, Record<string, string>, unknown?][] = [
      ['GET', '/users/@me', {}],
      ['GET', '/applications/@me', {}],
      ['GET', '/gateway/bot', {}],
      ['GET', '/users/@me/guilds', {}],
      ['GET', '/guilds/{guild_id}', { guild_id: guild }],
      ['GET', '/guilds/{guild_id}/channels', { guild_id: guild }],
      ['GET', '/guilds/{guild_id}/roles', { guild_id: guild }],
      ['GET', '/guilds/{guild_id}/members/{user_id}', { guild_id: guild, user_id: MEMBER }],
      ['GET', '/guilds/{guild_id}/threads/active', { guild_id: guild }],
      ['GET', '/channels/{channel_id}', { channel_id: general }],
      ['POST', '/channels/{channel_id}/messages', { channel_id: general }, { content: 'x', embeds: [{ title: 'a' }] }],
      ['POST', '/channels/{channel_id}/messages', { channel_id: general }, { flags: 32768, components: [container] }],
      ['GET', '/channels/{channel_id}/messages', { channel_id: general }],
      ['POST', '/channels/{channel_id}/threads', { channel_id: posts }, { name: 't', message: { content: 'x' } }],
      ['PUT', '/applications/{application_id}/commands', { application_id: standIn.applicationId }, [command]],
      ['GET', '/applications/{application_id}/commands', { application_id: standIn.applicationId }],
    ];

    const wrong: string[] = [];
    for (const [method, template, params, body] of asked) {
      const path = template.replace(/\{(\w+)\}/g, (_, name) => params[name] ?? '');
      const response = await fetch(`${standIn.apiUrl}/v10${path}`, {
        method,
        headers: { authorization: `Bot ${TOKEN}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      wrong.push(...faultsOf(`${method} ${template}`, response.status, await response.json()));
    }

    expect(wrong).toEqual([]);
  });
});

type Node = { [key: string]: Node } & { $ref?: string };

/** Answers are read as the document says it, but for `oneOf`, whose branches overlap. */
function answerCheck(api: OpenApi) {
  const ajv = new Ajv2020({ strict: false, validateSchema: false, validateFormats: false, code: { optimize: false } });
  const text = JSON.stringify(api)
    .replaceAll('"oneOf":', '"anyOf":')
    .replaceAll('"#/components/', '"discord#/components/');
  const read = JSON.parse(text) as Node;
  ajv.addSchema({ $id: 'discord', components: read.components });
  return (route: string, status: number, body: unknown): string[] => {
    const [method = '', path = ''] = route.split(' ');
    const schema =
      read.paths?.[path]?.[method.toLowerCase()]?.responses?.[status]?.content?.['application/json']?.schema;
    if (schema === undefined) return [`${route} answered ${status}, which is not in the document`];
    return ajv.validate(schema, body) ? [] : [`${route}: ${ajv.errorsText()}`];
  };
}
