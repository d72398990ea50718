// The list above the composer: commands, choices, further options. Arrows move, Enter and Tab take.
import { byId, h } from './dom.js';

let entries = [];
let current = 0;

/** Each entry: label, description, hint, and what choosing it does. */
export function showPicker(list, title) {
  entries = list;
  current = 0;
  closeElement();
  if (list.length === 0 && !title) return;
  const rows = list.map((entry, index) => row(entry, index));
  const head = title ? h('div', { class: 'picker-title' }, title) : null;
  byId('composer').prepend(h('div', { class: 'picker', role: 'listbox', id: 'picker' }, head, rows));
}

function row(entry, index) {
  const element = h(
    'div',
    {
      class: 'pick',
      role: 'option',
      'aria-selected': String(index === current),
      onpointerdown: (event) => [event.preventDefault(), entry.choose()],
    },
    h(
      'div',
      { class: 'pick-texts' },
      h('b', {}, entry.label),
      entry.hint ? h('span', { class: 'pick-hint' }, entry.hint) : null,
      entry.description ? h('small', {}, entry.description) : null,
    ),
  );
  return element;
}

export function closePicker() {
  entries = [];
  closeElement();
}

function closeElement() {
  byId('picker')?.remove();
}

export function isPicking() {
  return entries.length > 0;
}

/** Whether the key was one of the list's. */
export function movePicker(event) {
  if (entries.length === 0 || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return false;
  event.preventDefault();
  current = (current + (event.key === 'ArrowDown' ? 1 : -1) + entries.length) % entries.length;
  for (const [index, element] of [...byId('picker').querySelectorAll('.pick')].entries()) {
    element.setAttribute('aria-selected', String(index === current));
    if (index === current) element.scrollIntoView({ block: 'nearest' });
  }
  return true;
}

export function pickCurrent() {
  const entry = entries[current];
  if (!entry) return false;
  entry.choose();
  return true;
}
