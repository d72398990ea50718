// A modal that the bot opened: labels, texts, inputs, and Submit.
import { act, store } from './api.js';
import { byId, h } from './dom.js';
import { markdown } from './markdown.js';
import { select } from './select.js';
import { showProblem } from './toast.js';

export function openModal({ modal, interactionId }) {
  const values = {};
  const problem = h('p', { class: 'modal-problem', role: 'alert' });
  const form = h(
    'form',
    { class: 'modal', method: 'dialog' },
    h('h2', {}, modal.title),
    h(
      'div',
      { class: 'modal-parts' },
      modal.components.map((part) => partElement(part, values)),
    ),
    problem,
    h(
      'footer',
      {},
      h('button', { type: 'button', class: 'button secondary', onclick: close }, 'Cancel'),
      h('button', { class: 'button primary' }, 'Submit'),
    ),
  );
  const dialog = h('dialog', { 'aria-label': modal.title }, form);
  function close() {
    dialog.close();
    dialog.remove();
    byId('composer').querySelector('textarea')?.focus();
  }
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      const answer = await act('modal', { interactionId, fields: { ...values, ...textValues(form) } });
      close();
      if (answer.modal) openModal(answer);
      if (answer.error) showProblem(`${store.state.bot.name}: ${answer.error}`);
    } catch (error) {
      problem.textContent = error.message;
    }
  });
  dialog.addEventListener('cancel', close);
  byId('overlay').append(dialog);
  dialog.showModal();
}

function textValues(form) {
  return Object.fromEntries(
    [...form.querySelectorAll('[data-input]')].map((input) => [input.dataset.input, inputValue(input)]),
  );
}

function inputValue(input) {
  return input.type === 'checkbox' ? String(input.checked) : input.value;
}

function partElement(part, values) {
  if (part.type === 10) return h('div', { class: 'md', html: markdown(part.content) });
  const input = part.type === 1 ? part.components[0] : part.component;
  const required = input.required === false ? null : h('span', { class: 'required' }, ' *');
  return h(
    'label',
    { class: 'modal-part' },
    h('span', { class: 'modal-label' }, part.label ?? input.label, required),
    part.description ? h('small', {}, part.description) : null,
    inputElement(input, values),
  );
}

function inputElement(input, values) {
  if (input.type === 4) return textInput(input);
  if (input.type === 23)
    return h('input', { type: 'checkbox', 'data-input': input.custom_id, checked: input.value === true });
  if (input.type >= 21)
    return select(
      { ...input, type: 3, max_values: input.type === 22 ? (input.max_values ?? input.options.length) : 1 },
      (chosen) => {
        values[input.custom_id] = input.type === 21 ? chosen[0] : chosen;
      },
    );
  return select(input, (chosen) => {
    values[input.custom_id] = chosen;
  });
}

function textInput(input) {
  const attributes = {
    'data-input': input.custom_id,
    placeholder: input.placeholder,
    required: input.required !== false,
    minlength: input.min_length,
    maxlength: input.max_length,
  };
  if (input.style === 2) return h('textarea', { ...attributes, rows: '5' }, input.value ?? '');
  return h('input', { ...attributes, type: 'text', value: input.value });
}
