// The menu of a message: the app's message commands, and its id.
import { act, store } from './api.js';
import { byId, h } from './dom.js';
import { openModal } from './modal.js';
import { showProblem } from './toast.js';

export function closeMenu() {
  document.querySelector('.menu')?.remove();
}

export function openMenu(event, message) {
  closeMenu();
  const commands = store.commands.filter((command) => command.type === 3);
  const items = commands.map((command) => item(command.name, () => run(command.name, message.id)));
  const apps =
    items.length > 0
      ? [h('div', { class: 'menu-head' }, `Apps • ${store.state.bot.name}`), ...items, h('hr', { class: 'menu-line' })]
      : [];
  const menu = h(
    'div',
    { class: 'menu', role: 'menu' },
    apps,
    item('Copy message ID', () => navigator.clipboard?.writeText(message.id)),
  );
  byId('overlay').append(menu);
  const { x, y } = placeOf(event);
  menu.style.left = `${Math.min(x, innerWidth - menu.offsetWidth - 8)}px`;
  menu.style.top = `${Math.min(y, innerHeight - menu.offsetHeight - 8)}px`;
  menu.querySelector('button')?.focus();
  menu.addEventListener('keydown', menuKeys);
}

/** The menu key on the keyboard gives no position of a pointer. */
function placeOf(event) {
  if (event.clientX > 0 || event.clientY > 0) return { x: event.clientX, y: event.clientY };
  const box = event.target.getBoundingClientRect();
  return { x: box.left, y: box.bottom };
}

function item(label, act) {
  const choose = () => {
    closeMenu();
    act();
  };
  return h('button', { role: 'menuitem', onclick: choose }, label);
}

function menuKeys(event) {
  const items = [...document.querySelectorAll('.menu button')];
  const at = items.indexOf(document.activeElement);
  if (event.key === 'ArrowDown') items[(at + 1) % items.length].focus();
  else if (event.key === 'ArrowUp') items.at(at - 1).focus();
  else if (event.key === 'Escape') closeMenu();
}

async function run(command, messageId) {
  try {
    const answer = await act('menu', { command, messageId });
    if (answer.modal) openModal(answer);
    if (answer.error) showProblem(`${command}: ${answer.error}`);
  } catch (error) {
    showProblem(error.message);
  }
}
