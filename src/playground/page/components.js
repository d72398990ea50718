// Components v2 and the older rows: containers, sections, texts, pictures, files, buttons, selects.
import { act } from './api.js';
import { colorOf, h, icon } from './dom.js';
import { markdown } from './markdown.js';
import { picture, size } from './message.js';
import { openModal } from './modal.js';
import { select } from './select.js';
import { showProblem } from './toast.js';

const RENDER = {
  1: (row, message) => h('div', { class: 'row' }, components(row.components, message)),
  2: button,
  3: (component, message) => selectOf(component, message),
  5: (component, message) => selectOf(component, message),
  6: (component, message) => selectOf(component, message),
  7: (component, message) => selectOf(component, message),
  8: (component, message) => selectOf(component, message),
  9: section,
  10: (text) => h('div', { class: 'md text-display', html: markdown(text.content) }),
  11: thumbnail,
  12: gallery,
  13: file,
  14: (separator) =>
    h('hr', {
      class: `separator ${separator.divider === false ? 'blank' : ''} ${separator.spacing === 2 ? 'large' : ''}`,
    }),
  17: container,
};

export function components(list, message) {
  return (list ?? []).map((component) => RENDER[component.type]?.(component, message) ?? null);
}

function container(data, message) {
  const element = h('div', { class: 'container' }, components(data.components, message));
  if (data.accent_color !== undefined && data.accent_color !== null) {
    element.classList.add('accented');
    element.style.setProperty('--accent', colorOf(data.accent_color));
  }
  return data.spoiler ? spoiler(element) : element;
}

function section(data, message) {
  return h(
    'div',
    { class: 'section' },
    h('div', { class: 'section-texts' }, components(data.components, message)),
    h('div', { class: 'accessory' }, components([data.accessory], message)),
  );
}

function thumbnail(data) {
  const image = h('img', { class: 'thumbnail', src: data.media.url, alt: data.description ?? '', loading: 'lazy' });
  return data.spoiler ? spoiler(image) : image;
}

function gallery(data) {
  const items = data.items.map((item) => {
    const shown = picture(item.media.url, item.description);
    return item.spoiler ? spoiler(shown) : shown;
  });
  return h('div', { class: `gallery of-${Math.min(items.length, 4)}` }, items);
}

function file(data) {
  const link = h('a', { href: data.file.url, target: '_blank', rel: 'noreferrer noopener' }, data.name ?? 'file');
  return h('div', { class: 'file' }, icon('file', 'large'), h('div', {}, link, h('small', {}, size(data.size ?? 0))));
}

function spoiler(element) {
  const cover = h('div', { class: 'covered', tabindex: '0', role: 'button', 'aria-label': 'Spoiler' }, element);
  cover.addEventListener('click', () => cover.classList.add('open'));
  return cover;
}

const STYLES = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'secondary', 6: 'primary' };

function emoji(data) {
  return data?.name ? h('span', { class: 'emoji' }, data.id ? `:${data.name}:` : data.name) : null;
}

function button(data, message) {
  const label = [emoji(data.emoji), data.label ? h('span', {}, data.label) : null];
  const look = `button ${STYLES[data.style] ?? 'secondary'}`;
  if (data.style === 5) {
    if (data.disabled) return h('button', { class: look, disabled: true }, label);
    return h(
      'a',
      { class: look, href: data.url, title: data.url, target: '_blank', rel: 'noreferrer noopener' },
      label,
      icon('out', 'small'),
    );
  }
  const element = h('button', { class: look, disabled: data.disabled, 'data-custom-id': data.custom_id }, label);
  element.addEventListener('click', () => press(element, 'click', { messageId: message.id, customId: data.custom_id }));
  return element;
}

function selectOf(component, message) {
  const element = select(component, (values) =>
    press(element, 'select', { messageId: message.id, customId: component.custom_id, values }),
  );
  return element;
}

/** While the bot has not answered, the component shows it and takes no second click. */
async function press(element, action, body) {
  element.classList.add('busy');
  element.toggleAttribute('inert', true);
  try {
    const answer = await act(action, body);
    if (answer.modal) openModal(answer);
    if (answer.error) showProblem('This interaction failed');
  } catch (error) {
    showProblem(error.message);
  } finally {
    element.classList.remove('busy');
    element.toggleAttribute('inert', false);
  }
}
