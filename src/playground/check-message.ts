// The rules for a whole message: text, embeds, flags, files and nonce.
import type { Fault } from './api-error.ts';
import { expectedFiles } from './attachments.ts';
import { checkComponents } from './check-components.ts';
import type { Path } from './limits.ts';
import { asList, asRecord, checkCount, checkText, checkUrl, fault, LIMIT, textLength } from './limits.ts';
import type { Component, Embed, UploadedFile } from './records.ts';
import { FLAG } from './records.ts';

type Raw = Record<string, unknown>;

export interface MessageContext {
  readonly files: readonly UploadedFile[];
  /** The flags that the message has already (an edit, a deferred reply). */
  readonly flags?: number;
  /** Names of the files that the message has already. */
  readonly has?: readonly string[];
  /** Where the message stands in the request's body. */
  readonly path?: Path;
  readonly isEdit?: boolean;
}

export function checkMessage(value: unknown, context: MessageContext): Fault[] {
  const body = asRecord(value);
  const path = context.path ?? [];
  const flags = Number(body.flags ?? 0) | (context.flags ?? 0);
  const v2 = (flags & FLAG.componentsV2) !== 0;
  return [
    ...checkText(body.content, [...path, 'content'], { max: LIMIT.content }),
    ...checkCount(body.embeds, [...path, 'embeds'], { max: LIMIT.embeds }),
    ...checkEmbeds(asList(body.embeds), [...path, 'embeds']),
    ...(v2 ? checkLegacyFields(body, path) : []),
    ...checkComponents(body.components, [...path, 'components'], v2),
    ...checkFiles(body, context, path),
    ...checkNonce(body, path),
    ...checkAllowedMentions(body, path),
  ];
}

/** Whether a message would show nothing at all: Discord answers with a code of its own (50006). */
export function isEmptyMessage(value: unknown, files: readonly UploadedFile[]): boolean {
  const body = asRecord(value);
  const text = typeof body.content === 'string' ? body.content.trim() : '';
  const lists = ['embeds', 'components', 'sticker_ids'].some((key) => Array.isArray(body[key]) && body[key].length > 0);
  return text === '' && !lists && files.length === 0 && !body.poll;
}

const LEGACY_FIELDS = ['content', 'embeds', 'poll', 'sticker_ids'] as const;

function checkLegacyFields(body: Raw, path: Path): Fault[] {
  return LEGACY_FIELDS.filter((key) => {
    const value = body[key];
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';
  }).flatMap((key) =>
    fault(
      [...path, key],
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    ),
  );
}

const EMBED_TEXTS = [
  ['title', LIMIT.embedTitle],
  ['description', LIMIT.embedDescription],
] as const;

function checkEmbeds(embeds: readonly Raw[], path: Path): Fault[] {
  const total = embeds.reduce((sum, embed) => sum + embedLength(embed), 0);
  return [
    ...embeds.flatMap((embed, index) => checkEmbed(embed, [...path, index])),
    ...(total > LIMIT.embedTotal
      ? fault(path, 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${LIMIT.embedTotal}`)
      : []),
  ];
}

function checkEmbed(embed: Raw, path: Path): Fault[] {
  const fields = asList(embed.fields);
  const links = [
    ['url', embed.url],
    ['image', asRecord(embed.image).url],
    ['thumbnail', asRecord(embed.thumbnail).url],
  ] as const;
  return [
    ...EMBED_TEXTS.flatMap(([key, max]) => checkText(embed[key], [...path, key], { max })),
    ...checkText(asRecord(embed.footer).text, [...path, 'footer', 'text'], { max: LIMIT.embedFooter }),
    ...checkText(asRecord(embed.author).name, [...path, 'author', 'name'], { max: LIMIT.embedAuthor }),
    ...checkCount(embed.fields, [...path, 'fields'], { max: LIMIT.embedFields }),
    ...fields.flatMap((field, index) => checkField(field, [...path, 'fields', index])),
    ...links.flatMap(([key, url]) => checkUrl(url, [...path, key], ['http', 'https', 'attachment'])),
    ...(embedLength(embed) === 0 && !embed.image && !embed.thumbnail
      ? fault([...path, 'description'], 'BASE_TYPE_REQUIRED', 'This field is required')
      : []),
  ];
}

function checkField(field: Raw, path: Path): Fault[] {
  return [
    ...checkText(field.name, [...path, 'name'], { min: 1, max: LIMIT.embedFieldName, required: true }),
    ...checkText(field.value, [...path, 'value'], { min: 1, max: LIMIT.embedFieldValue, required: true }),
  ];
}

function embedLength(embed: Raw): number {
  const texts = [
    embed.title,
    embed.description,
    asRecord(embed.footer).text,
    asRecord(embed.author).name,
    ...asList(embed.fields).flatMap((field) => [field.name, field.value]),
  ];
  return texts.reduce<number>((sum, text) => sum + (typeof text === 'string' ? textLength(text) : 0), 0);
}

function checkFiles(body: Raw, context: MessageContext, path: Path): Fault[] {
  const named = asList(body.attachments).flatMap((one) => (one.filename ? [String(one.filename)] : []));
  const present = new Set([...named, ...context.files.map((file) => file.filename), ...(context.has ?? [])]);
  const embeds = asList(body.embeds) as unknown as Embed[];
  const components = asList(body.components) as unknown as Component[];
  const missing = expectedFiles(embeds, components).filter((name) => !present.has(name));
  return [
    ...(context.files.length > LIMIT.files
      ? fault([...path, 'files'], 'BASE_TYPE_MAX_LENGTH', 'Must be 10 or fewer in length.')
      : []),
    ...missing.flatMap((name) =>
      fault(
        [...path, 'components'],
        'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
        `No attachment named ${name}`,
      ),
    ),
  ];
}

function checkNonce(body: Raw, path: Path): Fault[] {
  const nonce = body.nonce;
  if (nonce === undefined || nonce === null) {
    return body.enforce_nonce ? fault([...path, 'nonce'], 'BASE_TYPE_REQUIRED', 'This field is required') : [];
  }
  if (typeof nonce === 'number') return [];
  return checkText(nonce, [...path, 'nonce'], { max: LIMIT.nonce });
}

function checkAllowedMentions(body: Raw, path: Path): Fault[] {
  const allowed = asRecord(body.allowed_mentions);
  const parse = Array.isArray(allowed.parse) ? allowed.parse : [];
  return (['users', 'roles'] as const).flatMap((kind) => {
    const listed = Array.isArray(allowed[kind]) ? allowed[kind] : [];
    const both = parse.includes(kind) && listed.length > 0;
    return [
      ...checkCount(allowed[kind], [...path, 'allowed_mentions', kind], { max: 100 }),
      ...(both
        ? fault(
            [...path, 'allowed_mentions'],
            'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
            `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
          )
        : []),
    ];
  });
}
