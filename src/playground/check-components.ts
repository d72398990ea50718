// The rules for a message's components: what may stand where, how many, how long, and what must be unique.
import type { Fault } from './api-error.ts';
import { allComponents } from './components.ts';
import type { Path } from './limits.ts';
import { asList, asRecord, checkCount, checkText, checkUrl, duplicates, fault, LIMIT, textLength } from './limits.ts';
import type { Component } from './records.ts';
import { COMPONENT } from './records.ts';

type Raw = Record<string, unknown>;
type Check = (component: Raw, path: Path) => Fault[];

const { row, button, stringSelect, section, text, thumbnail, gallery, file, separator, container } = COMPONENT;
const SELECTS: readonly number[] = [stringSelect, 5, 6, 7, 8];
const BLOCKS: readonly number[] = [row, section, text, gallery, file, separator];

/** What may stand at the top of a message, in a row, and in a container. */
const ALLOWED = { top: [...BLOCKS, container], container: BLOCKS, row: [button, ...SELECTS] } as const;

const CHECKS: Readonly<Record<number, Check>> = {
  [row]: checkRow,
  [button]: checkButton,
  ...Object.fromEntries(SELECTS.map((type) => [type, checkSelect])),
  [section]: checkSection,
  [text]: (component, path) =>
    checkText(component.content, [...path, 'content'], { min: 1, max: LIMIT.componentsText, required: true }),
  [thumbnail]: checkThumbnail,
  [gallery]: checkGallery,
  [file]: (component, path) => checkUrl(asRecord(component.file).url, [...path, 'file', 'url'], ['attachment']),
  [separator]: (component, path) =>
    [undefined, null, 1, 2].includes(component.spacing as number)
      ? []
      : fault([...path, 'spacing'], 'BASE_TYPE_CHOICES', 'Value must be one of (1, 2).'),
  [container]: (component, path) => [
    ...checkCount(component.components, [...path, 'components'], { min: 1, max: LIMIT.componentsTotal }),
    ...checkChildren(component.components, [...path, 'components'], ALLOWED.container),
  ],
};

/** `v2` is whether the message has IS_COMPONENTS_V2; without it there are only rows. */
export function checkComponents(value: unknown, path: Path, v2: boolean): Fault[] {
  const list = asList(value);
  if (v2) return [...checkChildren(value, path, ALLOWED.top), ...checkWhole(list as unknown as Component[], path)];
  return [
    ...checkCount(value, path, { max: LIMIT.rows }),
    ...checkChildren(value, path, [row]),
    ...checkUnique(list as unknown as Component[], path),
  ];
}

function checkChildren(value: unknown, path: Path, allowed: readonly number[]): Fault[] {
  return asList(value).flatMap((component, index) => {
    const here = [...path, index];
    const type = component.type as number;
    if (!allowed.includes(type)) return wrongType([...here, 'type'], allowed);
    return CHECKS[type]?.(component, here) ?? [];
  });
}

function wrongType(path: Path, allowed: readonly number[]): Fault[] {
  return fault(path, 'UNION_TYPE_CHOICES', `Value of field "type" must be one of (${allowed.join(', ')}).`);
}

function checkRow(component: Raw, path: Path): Fault[] {
  const inside = asList(component.components);
  const here = [...path, 'components'];
  const selects = inside.filter((one) => SELECTS.includes(one.type as number)).length;
  if (selects > 0 && inside.length > 1) {
    return fault(here, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width');
  }
  return [
    ...checkCount(component.components, here, { min: 1, max: LIMIT.buttonsInRow }),
    ...checkChildren(component.components, here, ALLOWED.row),
  ];
}

function checkButton(component: Raw, path: Path): Fault[] {
  const style = component.style;
  const faults = checkText(component.label, [...path, 'label'], { max: LIMIT.buttonLabel });
  if (style === 6) return faults;
  if (!component.label && !component.emoji) {
    faults.push(...fault(path, 'BUTTON_COMPONENT_INVALID', 'A button needs a label or an emoji'));
  }
  if (style === 5) return [...faults, ...checkLinkButton(component, path)];
  if (component.url) faults.push(...fault([...path, 'url'], 'BUTTON_COMPONENT_INVALID_URL', 'A url is for links only'));
  return [...faults, ...checkCustomId(component, path)];
}

function checkLinkButton(component: Raw, path: Path): Fault[] {
  const here = [...path, 'url'];
  const faults = component.custom_id
    ? fault(path, 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', 'A custom id and url cannot both be specified')
    : [];
  return [
    ...faults,
    ...checkText(component.url, here, { min: 1, max: LIMIT.buttonUrl, required: true }),
    ...checkUrl(component.url, here, ['http', 'https', 'discord']),
  ];
}

export function checkCustomId(component: Raw, path: Path): Fault[] {
  return checkText(component.custom_id, [...path, 'custom_id'], { min: 1, max: LIMIT.customId, required: true });
}

export function checkSelect(component: Raw, path: Path): Fault[] {
  const faults = [
    ...checkCustomId(component, path),
    ...checkText(component.placeholder, [...path, 'placeholder'], { max: LIMIT.selectPlaceholder }),
    ...checkSelectRange(component, path),
  ];
  if (component.type !== stringSelect) return faults;
  const here = [...path, 'options'];
  const options = asList(component.options);
  return [
    ...faults,
    ...checkCount(component.options, here, { min: 1, max: LIMIT.selectOptions }),
    ...options.flatMap((option, index) => checkOption(option, [...here, index])),
    ...duplicates(options.map((option) => option.value)).flatMap((index) =>
      fault(
        [...here, index, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      ),
    ),
  ];
}

function checkSelectRange(component: Raw, path: Path): Fault[] {
  const min = Number(component.min_values ?? 1);
  const max = Number(component.max_values ?? 1);
  const count = component.type === stringSelect ? asList(component.options).length : LIMIT.selectOptions;
  if (min < 0 || min > LIMIT.selectOptions) {
    return fault([...path, 'min_values'], 'NUMBER_TYPE_RANGE', 'int value should be between 0 and 25.');
  }
  if (max < 1 || max > LIMIT.selectOptions || max < min || max > Math.max(count, 1)) {
    return fault([...path, 'max_values'], 'NUMBER_TYPE_RANGE', 'max_values must fit min_values and the options.');
  }
  return [];
}

function checkOption(option: Raw, path: Path): Fault[] {
  const max = LIMIT.selectOptionText;
  return [
    ...checkText(option.label, [...path, 'label'], { min: 1, max, required: true }),
    ...checkText(option.value, [...path, 'value'], { min: 1, max, required: true }),
    ...checkText(option.description, [...path, 'description'], { max }),
  ];
}

function checkSection(component: Raw, path: Path): Fault[] {
  const accessory = asRecord(component.accessory);
  const here = [...path, 'components'];
  return [
    ...checkCount(component.components, here, { min: 1, max: LIMIT.sectionTexts }),
    ...checkChildren(component.components, here, [text]),
    ...checkChildren([accessory], [...path, 'accessory'], [button, thumbnail]),
  ];
}

function checkThumbnail(component: Raw, path: Path): Fault[] {
  const url = asRecord(component.media).url;
  return [
    ...checkText(component.description, [...path, 'description'], { max: LIMIT.mediaDescription }),
    ...(url ? checkUrl(url, [...path, 'media', 'url'], ['http', 'https', 'attachment']) : wrongMedia(path)),
  ];
}

function wrongMedia(path: Path): Fault[] {
  return fault([...path, 'media', 'url'], 'BASE_TYPE_REQUIRED', 'This field is required');
}

function checkGallery(component: Raw, path: Path): Fault[] {
  const here = [...path, 'items'];
  return [
    ...checkCount(component.items, here, { min: 1, max: LIMIT.galleryItems }),
    ...asList(component.items).flatMap((item, index) => checkThumbnail(item, [...here, index])),
  ];
}

function checkWhole(list: readonly Component[], path: Path): Fault[] {
  const all = allComponents(list);
  const length = all
    .filter((component) => component.type === text)
    .reduce((sum, component) => sum + textLength(String(component.content ?? '')), 0);
  const faults = checkUnique(list, path);
  if (all.length > LIMIT.componentsTotal) {
    faults.push(
      ...fault(path, 'MESSAGE_COMPONENTS_TOO_MANY', `The message has ${all.length} components; 40 are allowed`),
    );
  }
  if (length > LIMIT.componentsText) {
    faults.push(
      ...fault(
        path,
        'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
        'The specified component text exceeds the maximum size of 4000',
      ),
    );
  }
  return faults;
}

function checkUnique(list: readonly Component[], path: Path): Fault[] {
  const all = allComponents(list);
  const twice = duplicates(all.map((component) => component.custom_id || undefined));
  const ids = duplicates(all.map((component) => component.id || undefined));
  return [
    ...(twice.length > 0
      ? fault(
          path,
          'COMPONENT_CUSTOM_ID_DUPLICATED',
          `Component custom id cannot be duplicated: ${all[twice[0] ?? 0]?.custom_id}`,
        )
      : []),
    ...(ids.length > 0 ? fault(path, 'COMPONENT_ID_DUPLICATED', 'Component ids cannot be duplicated') : []),
  ];
}
