// The rules for application commands: names, descriptions, options, choices, and how many.
import type { Fault } from './api-error.ts';
import { checkChoice } from './check-modal.ts';
import type { Path } from './limits.ts';
import { asList, asRecord, checkCount, checkText, duplicates, fault, LIMIT, textLength } from './limits.ts';

type Raw = Record<string, unknown>;

const SUBCOMMAND = 1;
const GROUP = 2;

/** As documented for CHAT_INPUT commands and their options; letters that have a lower case must use it. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

const LOCALES = new Set(
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  ),
);

/** All commands of one scope together, as a PUT writes them. */
export function checkCommands(value: unknown): Fault[] {
  const list = asList(value);
  const ofType = (type: number) => list.filter((one) => (one.type ?? 1) === type);
  const tooMany = ofType(1).length > LIMIT.commands || ofType(2).length > LIMIT.menus || ofType(3).length > LIMIT.menus;
  const keys = list.map((one) => `${one.type ?? 1} ${one.name}`);
  return [
    ...list.flatMap((one, index) => checkCommand(one, [index])),
    ...(tooMany
      ? fault([], 'APPLICATION_COMMANDS_TOO_MANY', 'Maximum number of application commands reached (100, 15, 15).')
      : []),
    ...duplicates(keys).flatMap((index) =>
      fault([index], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique'),
    ),
  ];
}

export function checkCommand(value: unknown, path: Path): Fault[] {
  const command = asRecord(value);
  if ((command.type ?? 1) !== 1) return checkMenu(command, path);
  const total = commandLength(command);
  return [
    ...checkNamed(command, path),
    ...checkOptions(command.options, [...path, 'options'], 0),
    ...(total > LIMIT.commandTotal
      ? fault(path, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${LIMIT.commandTotal})`)
      : []),
  ];
}

function checkMenu(command: Raw, path: Path): Fault[] {
  const description = command.description;
  return [
    ...checkText(command.name, [...path, 'name'], { min: 1, max: LIMIT.commandName, required: true }),
    ...checkLocalized(command.name_localizations, [...path, 'name_localizations'], LIMIT.commandName),
    ...(description
      ? fault(
          [...path, 'description'],
          'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_NOT_ALLOWED',
          'Context menu commands cannot have descriptions',
        )
      : []),
  ];
}

function checkNamed(value: Raw, path: Path): Fault[] {
  const names: [unknown, Path][] = [[value.name, [...path, 'name']]];
  for (const [locale, name] of Object.entries(asRecord(value.name_localizations))) {
    names.push([name, [...path, 'name_localizations', locale]]);
  }
  return [
    ...names.flatMap(([name, where]) => checkName(name, where)),
    ...checkText(value.description, [...path, 'description'], {
      min: 1,
      max: LIMIT.commandDescription,
      required: true,
    }),
    ...checkLocalized(value.name_localizations, [...path, 'name_localizations'], LIMIT.commandName),
    ...checkLocalized(
      value.description_localizations,
      [...path, 'description_localizations'],
      LIMIT.commandDescription,
    ),
  ];
}

function checkName(name: unknown, path: Path): Fault[] {
  const wrong = typeof name !== 'string' || !NAME.test(name) || name !== name.toLowerCase();
  return wrong ? fault(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid') : [];
}

function checkLocalized(value: unknown, path: Path, max: number): Fault[] {
  return Object.entries(asRecord(value)).flatMap(([locale, text]) => [
    ...(LOCALES.has(locale)
      ? []
      : fault([...path, locale], 'ENUM_TYPE_COERCE', `Value "${locale}" is not a valid locale.`)),
    ...(text === null ? [] : checkText(text, [...path, locale], { min: 1, max })),
  ]);
}

function checkOptions(value: unknown, path: Path, depth: number): Fault[] {
  const options = asList(value);
  const required = options.map((option) => option.required === true);
  const late = required.findIndex((is, index) => is && required.slice(0, index).includes(false));
  const kinds = new Set(options.map((option) => (Number(option.type) <= GROUP ? 'commands' : 'values')));
  return [
    ...checkCount(value, path, { max: LIMIT.commandOptions }),
    ...options.flatMap((option, index) => checkOption(option, [...path, index], depth)),
    ...(late >= 0
      ? fault(
          [...path, late],
          'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
          'Required options must be placed before non-required options',
        )
      : []),
    ...(kinds.size > 1
      ? fault(
          path,
          'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
          'Sub-command and sub-command group option types are mutually exclusive to all other types',
        )
      : []),
    ...duplicates(options.map((option) => option.name)).flatMap((index) =>
      fault([...path, index, 'name'], 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists'),
    ),
  ];
}

function checkOption(option: Raw, path: Path, depth: number): Fault[] {
  const type = Number(option.type);
  const nested = type === SUBCOMMAND || type === GROUP;
  const tooDeep = (type === GROUP && depth > 0) || (type === SUBCOMMAND && depth > 1);
  return [
    ...checkNamed(option, path),
    ...(tooDeep
      ? fault([...path, 'type'], 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Subcommands cannot nest this deep')
      : []),
    ...(nested ? checkOptions(option.options, [...path, 'options'], depth + 1) : checkChoicesOf(option, path)),
  ];
}

function checkChoicesOf(option: Raw, path: Path): Fault[] {
  const choices = asList(option.choices);
  const here = [...path, 'choices'];
  return [
    ...checkCount(option.choices, here, { max: LIMIT.choices }),
    ...choices.flatMap((choice, index) => checkChoice(choice, [...here, index])),
    ...duplicates(choices.map((choice) => choice.name)).flatMap((index) =>
      fault(
        [...here, index],
        'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
        'Option choice name already exists',
      ),
    ),
    ...(option.autocomplete && choices.length > 0
      ? fault(
          [...path, 'autocomplete'],
          'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID',
          'autocomplete cannot go with choices',
        )
      : []),
  ];
}

/** Names, descriptions and values together; of each localised text the longest counts. */
function commandLength(value: Raw): number {
  const longest = (text: unknown, localized: unknown) =>
    Math.max(0, ...[text, ...Object.values(asRecord(localized))].map((one) => textLength(String(one ?? ''))));
  const own =
    longest(value.name, value.name_localizations) + longest(value.description, value.description_localizations);
  const choices = asList(value.choices).reduce(
    (sum, choice) => sum + longest(choice.name, choice.name_localizations) + textLength(String(choice.value)),
    0,
  );
  return asList(value.options).reduce((sum, option) => sum + commandLength(option), own + choices);
}
