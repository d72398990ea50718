import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { hasWords, LOCALES } from '../../src/words.ts';

/** Discord's locale codes (docs: Reference, Locales) of the languages that are spoken here. */
const DISCORD_LOCALES = new Set([...LOCALES.filter((locale) => locale !== 'en'), 'es-419']);
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

interface Definition {
  readonly name: string;
  readonly type?: number;
  readonly description?: string;
  readonly description_localizations?: Readonly<Record<string, string>>;
  readonly name_localizations?: Readonly<Record<string, string>>;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly Definition[];
  readonly options?: readonly Definition[];
}

const definitions = commands.map(({ data }) => JSON.parse(JSON.stringify(data)) as Definition);

/** With the path to it ("/sources add url"). */
function walk(definition: Definition, path = ''): [string, Definition][] {
  const here = `${path} ${definition.name}`.trim();
  return [[here, definition], ...(definition.options ?? []).flatMap((option) => walk(option, here))];
}

const all = definitions.flatMap((definition) => walk(definition));

/** Name, description and values of choices together (docs: 8000 characters a command). */
function weight({ name, description = '', options = [], choices = [], ...rest }: Definition): number {
  const longest = (texts: Readonly<Record<string, string>> = {}) =>
    Math.max(0, ...Object.values(texts).map(({ length }) => length));
  const own = Math.max(name.length, longest(rest.name_localizations));
  const told = Math.max(description.length, longest(rest.description_localizations));
  return own + told + [...options, ...choices].reduce((sum, one) => sum + weight(one), 0);
}

describe('definitions of commands', () => {
  test('are the ones of the product, with its options and values', () => {
    const lines = all.map(([path, { required, choices, type }]) => {
      const values = choices?.map((choice) => (choice as unknown as { value: string }).value).join('|');
      return `${path}${required ? ' •' : ''} (${type})${values ? ` ${values}` : ''}`;
    });

    expect(lines.join('\n')).toMatchSnapshot();
  });

  test.each(all)('%s keeps Discord’s limits in every language', (_path, definition) => {
    const { name, type, description, description_localizations = {}, options = [], choices = [] } = definition;
    if (type !== 3 || description !== undefined) {
      expect(name).toMatch(NAME);
      expect(name).toBe(name.toLowerCase());
      const descriptions = [description as string, ...Object.values(description_localizations)];
      expect(Math.max(...descriptions.map(({ length }) => length))).toBeLessThanOrEqual(100);
      expect(Math.min(...descriptions.map(({ length }) => length))).toBeGreaterThan(0);
      expect(new Set(Object.keys(description_localizations))).toEqual(DISCORD_LOCALES);
    }
    expect(options.length).toBeLessThanOrEqual(25);
    expect(choices.length).toBeLessThanOrEqual(25);
    const texts = choices.flatMap((choice) => [choice.name, ...Object.values(choice.name_localizations ?? {})]);
    expect(Math.max(0, ...texts.map(({ length }) => length))).toBeLessThanOrEqual(100);
    const firstOptional = options.findIndex(({ required }) => !required);
    expect(firstOptional < 0 || options.slice(firstOptional).every(({ required }) => !required)).toBe(true);
  });

  test.each(definitions.map((definition) => [definition.name, definition] as const))(
    '/%s stays under 8000 characters',
    (_name, definition) => {
      expect(weight(definition)).toBeLessThan(8000);
    },
  );

  test('names of menus fit in every language', () => {
    const names = definitions
      .filter(({ type }) => type === 3)
      .flatMap(({ name, name_localizations = {} }) => [name, ...Object.values(name_localizations)]);

    expect(names.every(({ length }) => length >= 1 && length <= 32)).toBe(true);
    expect(names).toHaveLength(1 + DISCORD_LOCALES.size);
  });

  test('only what asks works outside of servers', () => {
    for (const { data, manages } of commands) {
      expect(data.contexts).toEqual(manages ? [0] : [0, 1, 2]);
      expect(data.integration_types).toEqual(manages ? [0] : [0, 1]);
      expect(data.default_member_permissions).toBe(manages ? '32' : undefined);
    }
  });

  test('are not twice in the list, and no button is claimed by two commands', () => {
    const names = definitions.map(({ name, type }) => `${type} ${name}`);
    const verbs = commands.flatMap(({ presses = {} }) => Object.keys(presses));

    expect(new Set(names).size).toBe(names.length);
    expect(new Set(verbs).size).toBe(verbs.length);
  });

  test('offer completions for every option that asks for them', () => {
    for (const { data, complete } of commands) {
      const asks = walk(data as Definition).some(([, { autocomplete }]) => autocomplete);
      expect(complete !== undefined).toBe(asks);
    }
  });

  test('have a text for whatever they mention', () => {
    expect(hasWords('command.summary.description')).toBe(true);
    expect(JSON.stringify(definitions)).not.toMatch(/"(command|choice)\.[a-z]/);
  });
});
