// What submitting a modal sends: every input with what the person left in it.
import { NotPossible } from './command-data.ts';
import type { Core } from './core.ts';
import type { Modal } from './interaction.ts';
import { textLength } from './limits.ts';
import type { Channel, Component, Person } from './records.ts';
import { COMPONENT } from './records.ts';
import { selectData } from './select-data.ts';

interface Filled {
  readonly channel: Channel;
  readonly person: Person;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
}

export function modalData(core: Core, modal: Modal, filled: Filled): Record<string, unknown> {
  const resolved = {};
  const components = modal.components.map((part) => partData(core, part, { ...filled, resolved }));
  return { custom_id: modal.custom_id, components, resolved };
}

type Context = Filled & { readonly resolved: Record<string, unknown> };

function partData(core: Core, part: Component, context: Context): Record<string, unknown> {
  const base = { type: part.type, id: part.id ?? 0 };
  if (part.type === COMPONENT.row) {
    return { ...base, components: (part.components ?? []).map((input) => inputData(core, input, context)) };
  }
  return part.component ? { ...base, component: inputData(core, part.component, context) } : base;
}

function inputData(core: Core, input: Component, context: Context): Record<string, unknown> {
  const { type, custom_id = '' } = input;
  const given = context.values[custom_id];
  const base = { type, id: input.id ?? 0, custom_id };
  if (type === COMPONENT.textInput) return { ...base, value: textValue(input, given) };
  if (type === COMPONENT.radioGroup) return { ...base, value: given ?? null };
  if (type === COMPONENT.checkbox)
    return { ...base, value: given === undefined ? input.value === true : given === 'true' };
  return {
    ...base,
    ...listData(core, input, { ...context, values: given === undefined ? defaults(input) : [given].flat() }),
  };
}

interface ListContext extends Omit<Context, 'values'> {
  readonly values: readonly string[];
}

function listData(core: Core, input: Component, context: ListContext): Record<string, unknown> {
  const { values } = context;
  const plain = input.type === COMPONENT.checkboxGroup || input.type === COMPONENT.fileUpload;
  if (plain || (values.length === 0 && input.required === false)) return { values };
  const { resolved, ...data } = selectData(core, input, context);
  Object.assign(context.resolved, resolved ?? {});
  return data;
}

function defaults(input: Component): string[] {
  const marked = (input.options ?? []).filter((option) => option.default).map((option) => option.value);
  return marked.length > 0 ? marked : (input.default_values ?? []).map((one) => one.id);
}

function textValue(input: Component, given: string | readonly string[] | undefined): string {
  const text = typeof given === 'string' ? given : given === undefined ? String(input.value ?? '') : given.join('\n');
  const length = textLength(text);
  if (length === 0 && input.required !== false) throw new NotPossible(`${input.custom_id} is required`);
  if (length > 0 && length < (input.min_length ?? 0)) throw new NotPossible(`${input.custom_id} is too short`);
  if (length > (input.max_length ?? 4000)) throw new NotPossible(`${input.custom_id} is too long`);
  return text;
}
