// A short notice at the bottom, for what is nobody's message.
import { byId, h } from './dom.js';

const SHOWN_MS = 6000;

export function showProblem(text) {
  const toast = h('div', { class: 'toast', role: 'alert' }, text);
  byId('overlay').append(toast);
  setTimeout(() => toast.remove(), SHOWN_MS);
}
