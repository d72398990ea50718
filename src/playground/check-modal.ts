// The rules for a modal, and for the choices of an autocomplete.
import type { Fault } from './api-error.ts';
import { checkCustomId, checkSelect } from './check-components.ts';
import type { Path } from './limits.ts';
import { asList, asRecord, checkCount, checkText, duplicates, fault, LIMIT } from './limits.ts';
import { COMPONENT } from './records.ts';

type Raw = Record<string, unknown>;

export function checkModal(value: unknown, path: Path): Fault[] {
  const modal = asRecord(value);
  const here = [...path, 'components'];
  const inputs = asList(modal.components).map(inputOf);
  return [
    ...checkCustomId(modal, path),
    ...checkText(modal.title, [...path, 'title'], { min: 1, max: LIMIT.modalTitle, required: true }),
    ...checkCount(modal.components, here, { min: 1, max: LIMIT.modalComponents }),
    ...asList(modal.components).flatMap((one, index) => checkPart(one, [...here, index])),
    ...duplicates(inputs.map((input) => input?.custom_id)).flatMap((index) =>
      fault([...here, index], 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated'),
    ),
  ];
}

function inputOf(part: Raw): Raw | undefined {
  if (part.type === COMPONENT.row) return asList(part.components)[0];
  return part.type === COMPONENT.label ? asRecord(part.component) : undefined;
}

function checkPart(part: Raw, path: Path): Fault[] {
  if (part.type === COMPONENT.text) {
    return checkText(part.content, [...path, 'content'], { min: 1, max: LIMIT.componentsText, required: true });
  }
  if (part.type === COMPONENT.row) {
    const input = asRecord(asList(part.components)[0]);
    const label = checkText(input.label, [...path, 'components', 0, 'label'], {
      min: 1,
      max: LIMIT.labelText,
      required: true,
    });
    return [...label, ...checkInput(input, [...path, 'components', 0])];
  }
  if (part.type !== COMPONENT.label) {
    return fault([...path, 'type'], 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1, 10, 18).');
  }
  return [
    ...checkText(part.label, [...path, 'label'], { min: 1, max: LIMIT.labelText, required: true }),
    ...checkText(part.description, [...path, 'description'], { max: LIMIT.labelDescription }),
    ...checkInput(asRecord(part.component), [...path, 'component']),
  ];
}

function checkInput(input: Raw, path: Path): Fault[] {
  const type = input.type as number;
  if (type === COMPONENT.textInput) return checkTextInput(input, path);
  if (type === COMPONENT.stringSelect || (type >= 5 && type <= 8)) return checkSelect(input, path);
  if (type >= COMPONENT.fileUpload) return checkCustomId(input, path);
  return fault([...path, 'type'], 'UNION_TYPE_CHOICES', 'This component cannot stand in a modal.');
}

function checkTextInput(input: Raw, path: Path): Fault[] {
  const max = Number(input.max_length ?? LIMIT.inputValue);
  const min = Number(input.min_length ?? 0);
  const range =
    min < 0 || max < 1 || max > LIMIT.inputValue || min > max
      ? fault([...path, 'max_length'], 'NUMBER_TYPE_RANGE', 'int value should be between 1 and 4000.')
      : [];
  return [
    ...checkCustomId(input, path),
    ...range,
    ...checkText(input.placeholder, [...path, 'placeholder'], { max: LIMIT.inputPlaceholder }),
    ...checkText(input.value, [...path, 'value'], { max }),
  ];
}

export function checkChoices(value: unknown, path: Path): Fault[] {
  return [
    ...checkCount(value, path, { max: LIMIT.choices }),
    ...asList(value).flatMap((choice, index) => checkChoice(choice, [...path, index])),
  ];
}

export function checkChoice(choice: Raw, path: Path): Fault[] {
  const value = choice.value;
  const max = LIMIT.choiceText;
  return [
    ...checkText(choice.name, [...path, 'name'], { min: 1, max, required: true }),
    ...Object.entries(asRecord(choice.name_localizations)).flatMap(([locale, name]) =>
      checkText(name, [...path, 'name_localizations', locale], { min: 1, max }),
    ),
    ...(typeof value === 'number' ? [] : checkText(value, [...path, 'value'], { min: 1, max, required: true })),
  ];
}
