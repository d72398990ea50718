import type { REST } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { CommandData } from '../../src/discord/command.ts';
import { mentionOf, registerCommands } from '../../src/discord/register.ts';

const wanted = commands.map(({ data }) => data);

/** Discord's side: what it knows, as it tells it back, and what is put. */
function discord(known: readonly object[]) {
  const puts: unknown[] = [];
  const rest = {
    get: async () => known,
    put: async (_route: string, { body }: { body: readonly object[] }) => {
      puts.push(body);
      return body.map((one, i) => ({ ...one, id: String(i) }));
    },
  };
  return { rest: rest as unknown as REST, puts };
}

/** With what Discord adds, in another order, and its defaults spelt out. */
function asKnown(data: CommandData, i: number): object {
  return {
    id: String(100 + i),
    application_id: '1',
    version: '2',
    nsfw: false,
    dm_permission: true,
    default_member_permissions: null,
    ...structuredClone(data),
    integration_types: [...(data.integration_types ?? [])].reverse(),
    description_localized: 'x',
  };
}

describe('registering commands', () => {
  test('leaves alone what Discord knows already', async () => {
    const { rest, puts } = discord(wanted.map(asKnown).reverse());

    const registered = await registerCommands(rest, '1', wanted);

    expect(puts).toEqual([]);
    expect(registered.changed).toBe(false);
    expect(registered.ids.get('summary')).toBe('100');
  });

  test.each([
    ['one is missing', (known: object[]) => known.slice(1)],
    ['there is one too many', (known: object[]) => [...known, { ...known[0], name: 'old' }]],
    ['a description has changed', ([first, ...rest]: object[]) => [{ ...first, description: 'Other' }, ...rest]],
    [
      'a translation is missing',
      ([first, ...rest]: object[]) => [{ ...first, description_localizations: null }, ...rest],
    ],
    ['an option is missing', ([first, ...rest]: object[]) => [{ ...first, options: [] }, ...rest]],
    ['its places have changed', ([first, ...rest]: object[]) => [{ ...first, contexts: [0] }, ...rest]],
  ])('puts them all when %s', async (_what, change) => {
    const { rest, puts } = discord(change(wanted.map(asKnown)));

    const registered = await registerCommands(rest, '1', wanted);

    expect(puts).toEqual([wanted]);
    expect(registered.changed).toBe(true);
  });

  test('mentions what is registered, and names the rest', () => {
    const ids = new Map([['sources', '7']]);

    expect(mentionOf(ids, 'sources add')).toBe('</sources add:7>');
    expect(mentionOf(ids, 'help')).toBe('`/help`');
  });
});
