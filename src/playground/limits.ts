// Discord's documented limits, as numbers, and the smallest checks that name a breach as Discord does.
import type { Fault } from './api-error.ts';

export const LIMIT = {
  content: 2000,
  embeds: 10,
  embedTitle: 256,
  embedDescription: 4096,
  embedFields: 25,
  embedFieldName: 256,
  embedFieldValue: 1024,
  embedFooter: 2048,
  embedAuthor: 256,
  embedTotal: 6000,
  rows: 5,
  buttonsInRow: 5,
  buttonLabel: 80,
  buttonUrl: 512,
  customId: 100,
  selectOptions: 25,
  selectOptionText: 100,
  selectPlaceholder: 150,
  componentsTotal: 40,
  componentsText: 4000,
  sectionTexts: 3,
  galleryItems: 10,
  mediaDescription: 1024,
  modalTitle: 45,
  modalComponents: 5,
  labelText: 45,
  labelDescription: 100,
  inputPlaceholder: 100,
  inputValue: 4000,
  files: 10,
  fileBytes: 10 * 1024 * 1024,
  requestBytes: 25 * 1024 * 1024,
  nonce: 25,
  commands: 100,
  menus: 15,
  commandName: 32,
  commandDescription: 100,
  commandOptions: 25,
  commandTotal: 8000,
  choices: 25,
  choiceText: 100,
  threadName: 100,
  channelName: 100,
  channelTopic: 1024,
  appliedTags: 5,
} as const;

export type Path = readonly (string | number)[];

export function fault(path: Path, code: string, message: string): Fault[] {
  return [{ path, code, message }];
}

/** Discord counts characters, not UTF-16 units. */
export function textLength(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

interface Bounds {
  readonly min?: number;
  readonly max: number;
  readonly required?: boolean;
}

/** A text within its bounds; absent is fine unless it is required. */
export function checkText(value: unknown, path: Path, { min = 0, max, required = false }: Bounds): Fault[] {
  if (value === undefined || value === null || value === '') {
    if (!required && (value !== '' || min === 0)) return [];
    return fault(path, 'BASE_TYPE_REQUIRED', 'This field is required');
  }
  if (typeof value !== 'string') return fault(path, 'STRING_TYPE_CONVERT', 'Could not interpret as string.');
  const length = textLength(value);
  if (length >= min && length <= max) return [];
  return min > 0
    ? fault(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)
    : fault(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
}

export function checkCount(value: unknown, path: Path, { min = 0, max }: Bounds): Fault[] {
  if (value === undefined || value === null) {
    return min > 0 ? fault(path, 'BASE_TYPE_REQUIRED', 'This field is required') : [];
  }
  if (!Array.isArray(value)) return fault(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
  if (value.length >= min && value.length <= max) return [];
  return min > 0
    ? fault(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)
    : fault(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
}

export function checkUrl(value: unknown, path: Path, schemes: readonly string[]): Fault[] {
  if (value === undefined || value === null) return [];
  const scheme = typeof value === 'string' ? /^([a-z]+):/i.exec(value)?.[1]?.toLowerCase() : undefined;
  if (scheme === undefined || !schemes.includes(scheme)) {
    const list = schemes.map((one) => `'${one}'`).join(', ');
    return fault(
      path,
      'URL_TYPE_INVALID_SCHEME',
      `Scheme "${scheme ?? ''}" is not supported. Scheme must be one of (${list}).`,
    );
  }
  if (scheme !== 'attachment' && !URL.canParse(value as string)) {
    return fault(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
  }
  return [];
}

export function duplicates(values: readonly unknown[]): number[] {
  return values.flatMap((value, index) => (value !== undefined && values.indexOf(value) < index ? [index] : []));
}

export function asList(value: unknown): Record<string, unknown>[] {
  if (!Array.isArray(value)) return [];
  return value.filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null);
}

export function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
