// A select: a field that opens a list, one choice or several.
import { currentGuild, store } from './api.js';
import { h } from './dom.js';

/** What a select offers: its own options, or this server's people, roles and channels. */
export function optionsOf(component) {
  if (component.type === 3) return component.options;
  const guild = currentGuild() ?? store.state.guilds[0];
  const members = store.state.users.filter((user) => guild.members.includes(user.id));
  const people = members.map((user) => ({ value: user.id, label: `@${user.name}` }));
  const roles = guild.roles.map((role) => ({
    value: role.id,
    label: role.name.startsWith('@') ? role.name : `@${role.name}`,
  }));
  const channels = guild.channels
    .filter((channel) => !component.channel_types?.length || component.channel_types.includes(channel.type))
    .map((channel) => ({ value: channel.id, label: `# ${channel.name}` }));
  return { 5: people, 6: roles, 7: [...people, ...roles], 8: channels }[component.type] ?? [];
}

function chosenAtFirst(component) {
  const marked = (component.options ?? []).filter((option) => option.default).map((option) => option.value);
  return marked.length > 0 ? marked : (component.default_values ?? []).map((one) => one.id);
}

/** Calls back when one is chosen, or when the list of several is closed with other ones than before. */
export function select(component, onChoose) {
  const several = (component.max_values ?? 1) > 1;
  const label = h('span', { class: 'select-label' });
  const arrow = h('span', { class: 'arrow' }, '⌄');
  const attributes = { class: 'select-field', type: 'button', 'aria-haspopup': 'listbox', 'aria-expanded': 'false' };
  const field = h('button', { ...attributes, disabled: component.disabled }, label, arrow);
  const list = h('div', {
    class: 'select-list',
    role: 'listbox',
    'aria-multiselectable': String(several),
    hidden: true,
  });
  const element = h('div', { class: 'select', 'data-custom-id': component.custom_id }, field, list);
  const chosen = new Set(chosenAtFirst(component));
  const parts = { component, several, label, field, list, element, onChoose, options: optionsOf(component), chosen };
  const box = { ...parts, before: [...chosen].join() };
  field.addEventListener('click', () => (list.hidden ? open(box) : close(box)));
  list.addEventListener('click', (event) => {
    const value = event.target.closest('[data-value]')?.dataset.value;
    if (value !== undefined) choose(box, value);
  });
  list.addEventListener('keydown', (event) => listKeys(event, box));
  show(box);
  return element;
}

function show({ options, chosen, label, list, component, several }) {
  const names = options.filter((option) => chosen.has(option.value)).map((option) => option.label);
  label.textContent = names.join(', ') || component.placeholder || 'Make a selection';
  label.classList.toggle('placeholder', names.length === 0);
  list.replaceChildren(...options.map((option) => optionElement(option, chosen.has(option.value), several)));
}

function open(box) {
  box.list.hidden = false;
  box.field.setAttribute('aria-expanded', 'true');
  box.outside = (event) => {
    if (!box.element.contains(event.target)) close(box);
  };
  document.addEventListener('pointerdown', box.outside, true);
  (box.list.querySelector('[aria-selected="true"]') ?? box.list.firstElementChild)?.focus();
}

function close(box) {
  if (box.list.hidden) return;
  box.list.hidden = true;
  box.field.setAttribute('aria-expanded', 'false');
  document.removeEventListener('pointerdown', box.outside, true);
  const values = [...box.chosen];
  const isNew = values.join() !== box.before;
  box.before = values.join();
  if (isNew && values.length >= (box.component.min_values ?? 1)) box.onChoose(values);
}

function choose(box, value) {
  if (box.several) {
    toggle(box.chosen, value, box.component.max_values);
    show(box);
    box.list.querySelector(`[data-value="${CSS.escape(value)}"]`)?.focus();
    return;
  }
  box.chosen.clear();
  box.chosen.add(value);
  box.before = undefined;
  show(box);
  box.field.focus();
  close(box);
}

function toggle(chosen, value, max) {
  if (chosen.has(value)) chosen.delete(value);
  else if (chosen.size < max) chosen.add(value);
}

function optionElement(option, isChosen, several) {
  const mark = several ? h('span', { class: 'check', 'aria-hidden': 'true' }, isChosen ? '☑' : '☐') : null;
  const texts = h(
    'span',
    { class: 'option-texts' },
    h('span', {}, option.label),
    option.description ? h('small', {}, option.description) : null,
  );
  const emoji = option.emoji?.name ? h('span', { class: 'emoji' }, option.emoji.name) : null;
  return h(
    'div',
    { class: 'option', role: 'option', tabindex: '-1', 'data-value': option.value, 'aria-selected': String(isChosen) },
    emoji,
    texts,
    mark,
  );
}

function listKeys(event, box) {
  const at = document.activeElement;
  if (event.key === 'ArrowDown') at.nextElementSibling?.focus();
  else if (event.key === 'ArrowUp') at.previousElementSibling?.focus();
  else if (event.key === 'Enter' || event.key === ' ') choose(box, at.dataset.value);
  else if (event.key === 'Escape' || event.key === 'Tab') leave(box);
  else return;
  event.preventDefault();
}

function leave(box) {
  close(box);
  box.field.focus();
}
