// A message as a value: Discord's components v2, built by plain functions, and the limits that they have to keep.

import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIComponentInContainer,
  APIComponentInMessageActionRow,
  APIContainerComponent,
  APISectionComponent,
  APISelectMenuOption,
  APISeparatorComponent,
  APIStringSelectComponent,
  APITextDisplayComponent,
  APIThumbnailComponent,
} from 'discord.js';
import { clip, plainText } from './escape.ts';

/** Discord's documented limits of a message of components. */
export const LIMITS = {
  /** Characters of all text displays together. */
  text: 4000,
  /** Components, nested ones counted. */
  components: 40,
  customId: 100,
  buttonLabel: 80,
  buttonUrl: 512,
  rowButtons: 5,
  selectOptions: 25,
  optionLabel: 100,
  optionValue: 100,
  optionDescription: 100,
  placeholder: 150,
} as const;

const IS_COMPONENTS_V2 = 1 << 15;
const SUPPRESS_NOTIFICATIONS = 1 << 12;

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;
export type Part = APIComponentInContainer;

/** What is sent to Discord, as JSON. Mentions are off unless a role is named. */
export interface Message {
  readonly flags: number;
  readonly components: (APIContainerComponent | Row)[];
  readonly allowed_mentions: { readonly parse: []; readonly roles?: string[] };
  /** Sent along; a part of the message shows each (fileShown). */
  readonly files?: readonly MessageFile[];
}

export type MessageFile = { readonly name: string } & ({ readonly text: string } | { readonly bytes: Uint8Array });

/** Ink blue: the one colour of the bot; problems are amber. */
export const INK = 0x46618c;
export const AMBER = 0xc08a2e;

export interface Layout {
  readonly accent?: number;
  /** Rows under the container: buttons and selects. */
  readonly rows?: readonly (Row | undefined)[];
  readonly silent?: boolean;
  readonly pingRoleId?: string | undefined;
}

export function message(parts: readonly Part[], layout: Layout = {}): Message {
  const container = { type: 17, accent_color: layout.accent ?? INK, components: [...parts] } as APIContainerComponent;
  const rows = (layout.rows ?? []).filter((row) => row !== undefined);
  return {
    flags: IS_COMPONENTS_V2 | (layout.silent ? SUPPRESS_NOTIFICATIONS : 0),
    components: [container, ...rows],
    allowed_mentions: layout.pingRoleId === undefined ? { parse: [] } : { parse: [], roles: [layout.pingRoleId] },
  };
}

export function text(...lines: readonly (string | undefined)[]): APITextDisplayComponent {
  return { type: 10, content: lines.filter((line) => line !== undefined && line !== '').join('\n') || '\u200b' };
}

export function fileShown(name: string): Part {
  return { type: 13, file: { url: `attachment://${name}` } };
}

/** A picture that is sent along; `description` is read to those who cannot see it. */
export function pictureShown(name: string, description: string): Part {
  return { type: 12, items: [{ media: { url: `attachment://${name}` }, description }] };
}

export function separator(): APISeparatorComponent {
  return { type: 14, divider: true, spacing: 1 };
}

/** A small picture from elsewhere; `credit` is read to those who cannot see it. */
export function thumbnail(url: string, credit: string): APIThumbnailComponent {
  return { type: 11, media: { url }, description: plainText(credit, 200) };
}

/** Text with a button or a small picture at its side. */
export function section(
  display: APITextDisplayComponent,
  accessory: APIButtonComponent | APIThumbnailComponent,
): APISectionComponent {
  return { type: 9, components: [display], accessory };
}

export function button(
  label: string,
  customId: string,
  options: { readonly disabled?: boolean } = {},
): APIButtonComponent {
  return { type: 2, style: 2, label: clip(label, LIMITS.buttonLabel), custom_id: customId, ...options };
}

/** undefined where nothing is left to press: Discord refuses an empty row. */
export function row(...buttons: readonly (APIButtonComponent | undefined)[]): Row | undefined {
  const present = buttons.filter((one) => one !== undefined);
  return present.length === 0 ? undefined : { type: 1, components: present.slice(0, LIMITS.rowButtons) };
}

export interface Option {
  readonly label: string;
  readonly value: string;
  readonly description?: string | undefined;
}

export function selectRow(customId: string, placeholder: string, options: readonly Option[]): Row | undefined {
  const shown = options.slice(0, LIMITS.selectOptions).map(toOption);
  if (shown.length === 0) return undefined;
  const select: APIStringSelectComponent = {
    type: 3,
    custom_id: customId,
    placeholder: clip(placeholder, LIMITS.placeholder),
    options: shown,
  };
  return { type: 1, components: [select] };
}

function toOption({ label, value, description }: Option): APISelectMenuOption {
  const shown = plainText(label, LIMITS.optionLabel);
  const more = description === undefined ? '' : plainText(description, LIMITS.optionDescription);
  return { label: shown === '' ? '…' : shown, value, ...(more === '' ? {} : { description: more }) };
}

/** "a · b · c" in small grey type; what is undefined or empty is left out. */
export function subtext(...facts: readonly (string | undefined)[]): string {
  const present = facts.filter((fact) => fact !== undefined && fact !== '');
  return present.length === 0 ? '' : `-# ${present.join(' · ')}`;
}

export function ago(time: number | undefined): string | undefined {
  return time === undefined ? undefined : `<t:${Math.floor(time / 1000)}:R>`;
}

export function moment(time: number, style: 'f' | 'D' | 't' = 'f'): string {
  return `<t:${Math.floor(time / 1000)}:${style}>`;
}
