// The line at the bottom: messages, and slash commands with their options as chips.
import { act, currentChannel, store } from './api.js';
import { callables, readCommandLine } from './callables.js';
import { createCommandForm } from './command-form.js';
import { byId, h } from './dom.js';
import { openModal } from './modal.js';
import { closePicker, movePicker, pickCurrent, showPicker } from './picker.js';
import { showProblem } from './toast.js';

export function renderComposer() {
  const channel = currentChannel();
  closePicker();
  if (!channel || channel.type === 15) return byId('composer').replaceChildren();
  const to = channel.id === store.state.dm.id ? `@${store.state.bot.name}` : `#${channel.name}`;
  const input = h('textarea', {
    rows: '1',
    placeholder: `Message ${to}`,
    'aria-label': `Message ${to}`,
    autocomplete: 'off',
    spellcheck: 'false',
  });
  input.addEventListener('input', () => onType(input));
  input.addEventListener('keydown', (event) => onKey(event, input));
  byId('composer').replaceChildren(h('div', { class: 'composer-box' }, input));
}

export function focusComposer() {
  byId('composer').querySelector('textarea, input')?.focus();
}

function onType(input) {
  input.style.height = 'auto';
  input.style.height = `${input.scrollHeight}px`;
  const text = input.value;
  if (!text.startsWith('/')) return closePicker();
  const typed = readCommandLine(text);
  if (typed?.complete) return startCommand(typed.callable, typed.values);
  const word = text.slice(1).toLowerCase();
  const fitting = callables().filter((one) => one.name.includes(word));
  showPicker(
    fitting.map((one) => ({
      label: `/${one.name}`,
      description: one.description,
      hint: optionNames(one),
      choose: () => startCommand(one, {}),
    })),
  );
}

function optionNames(callable) {
  return callable.options.map((option) => (option.required ? option.name : `${option.name}?`)).join('  ');
}

function onKey(event, input) {
  if (movePicker(event)) return;
  if (event.key === 'Escape') return closePicker();
  if (event.key === 'Tab' && pickCurrent()) return event.preventDefault();
  if (event.key !== 'Enter' || event.shiftKey) return;
  event.preventDefault();
  if (pickCurrent()) return;
  const text = input.value.trim();
  if (text === '') return;
  input.value = '';
  onType(input);
  act('send', { channelId: store.channelId, content: text }).catch((error) => showProblem(error.message));
}

/** Puts a command line into the composer: a hint, or a command mention that was clicked. */
export function fillCommand(line) {
  const typed = readCommandLine(`${line} `);
  if (!typed) return showProblem(`${line} is not on offer here`);
  startCommand(typed.callable, typed.values);
}

export function startCommand(callable, values) {
  closePicker();
  const form = createCommandForm({ callable, values, onCancel: cancel, onSend: (options) => send(callable, options) });
  byId('composer').replaceChildren(form.element);
  form.focus();
}

function cancel() {
  renderComposer();
  focusComposer();
}

async function send(callable, options) {
  const { channelId } = store;
  cancel();
  const asked = act('slash', { channelId, command: callable.name, options });
  document.dispatchEvent(new CustomEvent('sending', { detail: { command: callable.name, asked } }));
  try {
    const answer = await asked;
    if (answer.modal) openModal(answer);
  } catch (error) {
    showProblem(error.message);
  }
}
