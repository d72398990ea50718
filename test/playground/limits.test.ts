// Every documented limit once, just over it.
import { expect, test } from 'vitest';
import type { Fault } from '../../src/playground/api-error.ts';
import { checkCommands } from '../../src/playground/check-commands.ts';
import { checkMessage, isEmptyMessage } from '../../src/playground/check-message.ts';
import { checkChoices, checkModal } from '../../src/playground/check-modal.ts';

const long = (length: number) => 'x'.repeat(length);
const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));
const button = (index: number) => ({ type: 2, style: 1, label: 'Go', custom_id: `b${index}` });
const row = (...components: unknown[]) => ({ type: 1, components });
const text = (content: string) => ({ type: 10, content });
const V2 = 32768;

function told(faults: readonly Fault[]): string {
  const [first] = faults;
  return first ? `${first.path.join('.')} ${first.code}` : 'fine';
}

test.each([
  ['content', { content: long(2001) }, 'content BASE_TYPE_MAX_LENGTH'],
  ['content in characters, not in UTF-16 units', { content: '😀'.repeat(2000) }, 'fine'],
  ['embeds', { embeds: many(11, () => ({ title: 'x' })) }, 'embeds BASE_TYPE_MAX_LENGTH'],
  ['an embed title', { embeds: [{ title: long(257) }] }, 'embeds.0.title BASE_TYPE_MAX_LENGTH'],
  ['an embed description', { embeds: [{ description: long(4097) }] }, 'embeds.0.description BASE_TYPE_MAX_LENGTH'],
  ['all embeds together', { embeds: many(2, () => ({ description: long(3001) })) }, 'embeds MAX_EMBED_SIZE_EXCEEDED'],
  [
    'fields',
    { embeds: [{ fields: many(26, () => ({ name: 'a', value: 'b' })) }] },
    'embeds.0.fields BASE_TYPE_MAX_LENGTH',
  ],
  ['rows', { components: many(6, (index) => row(button(index))) }, 'components BASE_TYPE_MAX_LENGTH'],
  ['buttons in a row', { components: [row(...many(6, button))] }, 'components.0.components BASE_TYPE_BAD_LENGTH'],
  [
    'a label',
    { components: [row({ ...button(0), label: long(81) })] },
    'components.0.components.0.label BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a custom id',
    { components: [row({ ...button(0), custom_id: long(101) })] },
    'components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH',
  ],
  [
    'the same custom id twice',
    { components: [row(button(0), button(0))] },
    'components COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  [
    'a link without a scheme',
    { components: [row({ type: 2, style: 5, label: 'x', url: 'example.org' })] },
    'components.0.components.0.url URL_TYPE_INVALID_SCHEME',
  ],
  [
    'select options',
    {
      components: [row({ type: 3, custom_id: 's', options: many(26, (index) => ({ label: 'a', value: `${index}` })) })],
    },
    'components.0.components.0.options BASE_TYPE_BAD_LENGTH',
  ],
  [
    'the same value twice',
    { components: [row({ type: 3, custom_id: 's', options: many(2, () => ({ label: 'a', value: 'v' })) })] },
    'components.0.components.0.options.1.value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
  ],
  [
    'a select beside a button',
    { components: [row(button(0), { type: 5, custom_id: 's' })] },
    'components.0.components COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  [
    'content with components v2',
    { flags: V2, content: 'x', components: [text('y')] },
    'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  ['components v2 without their flag', { components: [text('y')] }, 'components.0.type UNION_TYPE_CHOICES'],
  ['forty components', { flags: V2, components: many(41, () => text('y')) }, 'components MESSAGE_COMPONENTS_TOO_MANY'],
  [
    '4000 characters in all texts',
    { flags: V2, components: [text(long(2001)), text(long(2000))] },
    'components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
  ],
  ['an empty text', { flags: V2, components: [text('')] }, 'components.0.content BASE_TYPE_REQUIRED'],
  [
    'a section without accessory',
    { flags: V2, components: [{ type: 9, components: [text('y')] }] },
    'components.0.accessory.0.type UNION_TYPE_CHOICES',
  ],
  [
    'a container in a container',
    { flags: V2, components: [{ type: 17, components: [{ type: 17, components: [text('y')] }] }] },
    'components.0.components.0.type UNION_TYPE_CHOICES',
  ],
  [
    'a picture that was not uploaded',
    { flags: V2, components: [{ type: 12, items: [{ media: { url: 'attachment://a.png' } }] }] },
    'components UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
  ],
  ['a nonce', { content: 'x', nonce: long(26) }, 'nonce BASE_TYPE_MAX_LENGTH'],
  ['enforce_nonce without nonce', { content: 'x', enforce_nonce: true }, 'nonce BASE_TYPE_REQUIRED'],
  [
    'all users and some users',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    'allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
  ],
])('a message: %s', (_, body, expected) => {
  expect(told(checkMessage(body, { files: [] }))).toBe(expected);
});

test('a message of spaces is empty', () => {
  expect(isEmptyMessage({ content: '  \n' }, [])).toBe(true);
});

const command = (more: object) => [{ name: 'x', description: 'y', ...more }];
const option = (more: object) => command({ options: [{ type: 3, name: 'x', description: 'y', ...more }] });

test.each([
  ['an upper-case name', command({ name: 'News' }), '0.name APPLICATION_COMMAND_INVALID_NAME'],
  ['a name in another script', command({ name: 'новости' }), 'fine'],
  ['a long description', command({ description: long(101) }), '0.description BASE_TYPE_BAD_LENGTH'],
  ['no description', command({ description: '' }), '0.description BASE_TYPE_REQUIRED'],
  ['an unknown language', command({ name_localizations: { xx: 'x' } }), '0.name_localizations.xx ENUM_TYPE_COERCE'],
  [
    'too many options',
    command({ options: many(26, (index) => ({ type: 3, name: `o${index}`, description: 'y' })) }),
    '0.options BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a required option after an optional one',
    command({
      options: [
        { type: 3, name: 'a', description: 'y' },
        { type: 3, name: 'b', description: 'y', required: true },
      ],
    }),
    '0.options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  [
    'too many choices',
    option({ choices: many(26, (index) => ({ name: `${index}`, value: `${index}` })) }),
    '0.options.0.choices BASE_TYPE_MAX_LENGTH',
  ],
  [
    'choices with autocomplete',
    option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] }),
    '0.options.0.autocomplete APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID',
  ],
  [
    'a menu with a description',
    [{ type: 3, name: 'Summarize links', description: 'y' }],
    '0.description APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_NOT_ALLOWED',
  ],
  ['two of one name', [...command({}), ...command({})], '1 APPLICATION_COMMANDS_DUPLICATE_NAME'],
  [
    'too much in all',
    command({
      options: many(25, (index) => ({
        type: 3,
        name: `o${index}`,
        description: 'y',
        choices: many(4, (choice) => ({ name: `${choice}${long(90)}`, value: `${choice}` })),
      })),
    }),
    '0 APPLICATION_COMMAND_TOO_LARGE',
  ],
])('commands: %s', (_, commands, expected) => {
  expect(told(checkCommands(commands))).toBe(expected);
});

test.each([
  ['too many', many(26, () => ({ name: 'a', value: 'b' })), ' BASE_TYPE_MAX_LENGTH'],
  ['a long name', [{ name: long(101), value: 'b' }], '0.name BASE_TYPE_BAD_LENGTH'],
  ['a long value', [{ name: 'a', value: long(101) }], '0.value BASE_TYPE_BAD_LENGTH'],
])('autocomplete choices: %s', (_, choices, expected) => {
  expect(told(checkChoices(choices, []))).toBe(expected);
});

const input = (more: object) => ({ type: 4, custom_id: 'i', style: 1, ...more });
const label = (more: object, component = input({})) => ({ type: 18, label: 'L', component, ...more });
const modal = (...components: unknown[]) => ({ custom_id: 'm', title: 'T', components });

test.each([
  ['a long title', { ...modal(label({})), title: long(46) }, 'title BASE_TYPE_BAD_LENGTH'],
  [
    'six parts',
    modal(...many(6, (index) => label({}, input({ custom_id: `${index}` })))),
    'components BASE_TYPE_BAD_LENGTH',
  ],
  ['a long label', modal(label({ label: long(46) })), 'components.0.label BASE_TYPE_BAD_LENGTH'],
  ['a long value', modal(label({}, input({ value: long(4001) }))), 'components.0.component.value BASE_TYPE_MAX_LENGTH'],
  ['the same id twice', modal(label({}), label({})), 'components.1 COMPONENT_CUSTOM_ID_DUPLICATED'],
  ['a button', modal(row(button(0))), 'components.0.components.0.label fine'],
])('a modal: %s', (name, body, expected) => {
  if (name === 'a button') expect(checkModal(body, [])).not.toEqual([]);
  else expect(told(checkModal(body, []))).toBe(expected);
});
