// A form as a value: Discord's modal of labels, each with one input, held to Discord's limits.

import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import { clip } from './escape.ts';
import type { Option } from './message.ts';

export type Modal = APIModalInteractionResponseCallbackData;
type Label = Modal['components'][number];

const LIMITS = { title: 45, label: 45, description: 100, option: 100, value: 4000 } as const;

export function modal(customId: string, title: string, labels: readonly Label[]): Modal {
  return { custom_id: customId, title: clip(title, LIMITS.title), components: [...labels] };
}

interface FieldLook {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
}

function labelled({ label, hint }: FieldLook, component: object): Label {
  return {
    type: 18,
    label: clip(label, LIMITS.label),
    ...(hint === undefined ? {} : { description: clip(hint, LIMITS.description) }),
    component,
  } as Label;
}

interface TextLook extends FieldLook {
  readonly value: string;
  readonly max: number;
  /** It may be left empty. */
  readonly optional?: true;
  /** Several lines high. */
  readonly tall?: true;
}

export function textField(look: TextLook): Label {
  const max = Math.min(LIMITS.value, Math.max(look.max, look.value.length));
  const value = look.value.slice(0, max);
  return labelled(look, {
    type: 4,
    custom_id: look.name,
    style: look.tall ? 2 : 1,
    max_length: max,
    ...(value !== '' && { value }),
    ...(look.optional && { required: false }),
  });
}

/** One of a few; `chosen` is what is set now. */
export function choiceField(look: FieldLook & { readonly options: readonly Option[]; readonly chosen: string }): Label {
  const options = look.options.map(({ label, value }) => ({
    label: clip(label, LIMITS.option),
    value,
    default: value === look.chosen,
  }));
  return labelled(look, { type: 3, custom_id: look.name, options });
}

/** A channel that can be posted in, or none. */
export function channelField(look: FieldLook & { readonly chosen: string | undefined }): Label {
  const chosen = look.chosen === undefined ? {} : { default_values: [{ id: look.chosen, type: 'channel' }] };
  const select = { type: 8, custom_id: look.name, channel_types: [0, 5], required: false, min_values: 0, ...chosen };
  return labelled(look, select);
}
