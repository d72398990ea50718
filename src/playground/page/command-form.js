// A command being written: its name, and a chip for each option in use.
import { act, store } from './api.js';
import { h } from './dom.js';
import { closePicker, isPicking, movePicker, pickCurrent, showPicker } from './picker.js';
import { optionsOf } from './select.js';

const TYPE = { integer: 4, boolean: 5, user: 6, channel: 7, role: 8, mentionable: 9, number: 10, file: 11 };

/** Which select of a message offers the same things as an option. */
const SELECT_OF = { [TYPE.user]: 5, [TYPE.role]: 6, [TYPE.mentionable]: 7, [TYPE.channel]: 8 };

/** Autocomplete waits for a pause in typing, as Discord's window does. */
const PAUSE_MS = 180;

export function createCommandForm({ callable, values, onCancel, onSend }) {
  const chips = new Map();
  const problem = h('div', { class: 'composer-problem', role: 'alert' });
  const box = h(
    'div',
    { class: 'composer-box command-form' },
    h('span', { class: 'command-name' }, `/${callable.name}`),
  );
  const element = h('div', {}, problem, box);
  const form = { callable, chips, onCancel, problem, add, submit };

  function add(option, text = '') {
    const chip = createChip(form, option, text);
    chips.set(option.name, chip);
    box.append(chip.element);
    return chip;
  }

  async function submit() {
    const missing = callable.options.find((option) => option.required && isEmpty(chips.get(option.name)));
    if (missing) {
      problem.textContent = `${missing.name}: this option is required`;
      return (chips.get(missing.name) ?? add(missing)).focus();
    }
    const entries = await Promise.all(
      [...chips.values()].filter((chip) => !isEmpty(chip)).map(async (chip) => [chip.option.name, await chip.value()]),
    );
    closePicker();
    onSend(Object.fromEntries(entries));
  }

  for (const option of callable.options) {
    if (option.required || values[option.name] !== undefined) add(option, values[option.name]);
  }
  if (chips.size === 0) box.append(emptyEnd(form));
  return {
    element,
    focus() {
      const unfilled = [...chips.values()].find(isEmpty) ?? [...chips.values()].at(-1);
      if (unfilled) unfilled.focus();
      else box.querySelector('input')?.focus();
    },
  };
}

function isEmpty(chip) {
  return chip === undefined || chip.isEmpty();
}

/** Where a command has no options in use: takes Enter, and offers the optional ones. */
function emptyEnd(form) {
  const input = h('input', {
    class: 'chip-end',
    'aria-label': `/${form.callable.name}: press Enter to send`,
    placeholder: 'Enter to send',
  });
  input.addEventListener('focus', () => offerOptions(form));
  input.addEventListener('input', () => {
    input.value = '';
  });
  input.addEventListener('keydown', (event) => formKeys(event, form, { isEmpty: () => true, remove: form.onCancel }));
  return input;
}

function offerOptions(form, title) {
  const unused = form.callable.options.filter((option) => !form.chips.has(option.name));
  const entries = unused.map((option) => ({
    label: option.name,
    description: option.description,
    choose: () => form.add(option).focus(),
  }));
  showPicker(entries, title ?? (entries.length > 0 ? 'Options' : undefined));
}

function createChip(form, option, text) {
  const state = { chosen: undefined, timer: undefined, asked: 0 };
  const input =
    option.type === TYPE.file
      ? h('input', { type: 'file' })
      : h('input', {
          type: 'text',
          value: text,
          size: Math.max(text.length, 6),
          autocomplete: 'off',
          spellcheck: 'false',
        });
  input.setAttribute('aria-label', `${option.name}: ${option.description}`);
  const element = h(
    'label',
    { class: `chip${option.required ? ' needed' : ''}` },
    h('span', { class: 'chip-name' }, option.name),
    input,
  );
  const chip = {
    option,
    element,
    input,
    state,
    isEmpty: () =>
      option.type === TYPE.file ? input.files.length === 0 : input.value.trim() === '' && option.type !== 0,
    focus: () => input.focus(),
    remove() {
      form.chips.delete(option.name);
      element.remove();
    },
    value: () => chipValue(chip),
    take(choice) {
      state.chosen = choice;
      input.value = choice.name;
      input.size = Math.max(choice.name.length, 6);
      offerOptions(form);
    },
  };
  input.addEventListener('focus', () => suggest(form, chip));
  input.addEventListener('input', () => {
    state.chosen = undefined;
    input.size = Math.max(input.value.length, 6);
    form.problem.textContent = '';
    suggest(form, chip);
  });
  input.addEventListener('keydown', (event) => formKeys(event, form, chip));
  return chip;
}

function formKeys(event, form, chip) {
  if (movePicker(event)) return;
  if (event.key === 'Escape') return isPicking() ? closePicker() : form.onCancel();
  if (event.key === 'Backspace' && chip.isEmpty()) return removeChip(event, form, chip);
  if (event.key === 'Enter' || event.key === 'Tab') return finishChip(event, form, chip);
}

function removeChip(event, form, chip) {
  event.preventDefault();
  const required = chip.option?.required;
  const others = [...form.chips.values()].filter((one) => one !== chip);
  if (required || others.length === 0) return form.onCancel();
  chip.remove();
  others.at(-1).focus();
}

/** Enter takes the marked choice while one is being typed, and sends the command otherwise. */
function finishChip(event, form, chip) {
  const isChoosing = chip.option && chip.state.offers && chip.state.chosen === undefined && isPicking();
  if (isChoosing && (event.key === 'Tab' || chip.isEmpty() === false || !chip.option.autocomplete)) {
    event.preventDefault();
    pickCurrent();
    return;
  }
  if (event.key === 'Tab') return;
  event.preventDefault();
  form.submit().catch((error) => {
    form.problem.textContent = error.message;
  });
}

/** What the picker offers for this option: its choices, the server's things, or the bot's completions. */
function suggest(form, chip) {
  const { option, state, input } = chip;
  const fixed = fixedChoices(option);
  state.offers = fixed !== undefined || option.autocomplete === true;
  if (option.autocomplete) return completeSoon(form, chip);
  const typed = state.chosen ? '' : input.value.toLowerCase();
  const fitting = (fixed ?? []).filter((choice) => choice.name.toLowerCase().includes(typed));
  if (fixed && !state.chosen) return offer(chip, fitting);
  offerOptions(form, `${option.name}: ${option.description}`);
}

function offer(chip, choices) {
  const entries = choices
    .slice(0, 25)
    .map((choice) => ({ label: choice.name, description: choice.description, choose: () => chip.take(choice) }));
  showPicker(entries, `${chip.option.name}: ${chip.option.description}`);
}

function fixedChoices(option) {
  if (option.choices?.length) return option.choices.map(({ name, value }) => ({ name, value }));
  if (option.type === TYPE.boolean)
    return [
      { name: 'True', value: true },
      { name: 'False', value: false },
    ];
  const selectType = SELECT_OF[option.type];
  if (selectType === undefined) return undefined;
  return optionsOf({ type: selectType, channel_types: option.channel_types }).map(({ label, value }) => ({
    name: label,
    value,
  }));
}

function completeSoon(form, chip) {
  const { state, option, input } = chip;
  clearTimeout(state.timer);
  state.asked += 1;
  const { asked } = state;
  state.timer = setTimeout(async () => {
    const options = { ...(await filledValues(form, chip)), [option.name]: input.value };
    const answer = await act('autocomplete', {
      channelId: store.channelId,
      command: form.callable.name,
      options,
      focused: option.name,
    }).catch((error) => ({ error: error.message }));
    if (asked !== state.asked || document.activeElement !== input) return;
    if (answer.error) return showPicker([], `Loading options failed: ${answer.error}`);
    if (state.chosen !== undefined) return;
    if (answer.choices?.length) offer(chip, answer.choices);
    else showPicker([], `${option.name}: ${option.description} · No options match`);
  }, PAUSE_MS);
}

async function filledValues(form, except) {
  const others = [...form.chips.values()].filter(
    (chip) => chip !== except && !chip.isEmpty() && chip.option.type !== TYPE.file,
  );
  return Object.fromEntries(await Promise.all(others.map(async (chip) => [chip.option.name, await chip.value()])));
}

async function chipValue({ option, input, state }) {
  if (option.type === TYPE.file) return readFile(input.files[0]);
  if (state.chosen !== undefined) return state.chosen.value;
  const text = input.value.trim();
  const same = fixedChoices(option)?.find(
    (choice) => choice.name.toLowerCase() === text.toLowerCase() || String(choice.value) === text,
  );
  const byName = fixedChoices(option)?.find(
    (choice) => choice.name.replace(/^[#@] ?/, '') === text.replace(/^[#@] ?/, ''),
  );
  if (same ?? byName) return (same ?? byName).value;
  return option.type === TYPE.integer || option.type === TYPE.number ? Number(text) : text;
}

async function readFile(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return { name: file.name, base64, contentType: file.type || 'application/octet-stream' };
}
