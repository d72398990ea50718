// A message as Discord shows it: who, when, text, embeds, files, components.
import { act, store } from './api.js';
import { components } from './components.js';
import { avatar, colorOf, h, icon } from './dom.js';
import { markdown } from './markdown.js';
import { openMenu } from './menu.js';
import { messageTime, shownTime } from './time.js';

const EPHEMERAL = 64;
const LOADING = 128;
const SILENT = 4096;
const SUPPRESS_EMBEDS = 4;

/** Messages of one writer within seven minutes stand under one name. */
const GROUP_MS = 7 * 60_000;

export function messageElement(message, before) {
  const compact = before !== undefined && isContinued(message, before);
  const body = message.flags & LOADING ? [thinking(), message.ephemeral ? onlyYou(message) : null] : content(message);
  const element = h(
    'article',
    {
      class: `message${compact ? ' compact' : ''}${message.ephemeral ? ' ephemeral' : ''}`,
      'data-id': message.id,
      tabindex: '-1',
      oncontextmenu: (event) => contextMenu(event, message),
    },
    compact ? null : origin(message),
    h(
      'div',
      { class: 'line' },
      compact ? gutterTime(message) : avatar(message.author.id, nameOf(message)),
      h('div', { class: 'main' }, compact ? null : head(message), body),
    ),
    h(
      'button',
      { class: 'more', 'aria-label': 'More', title: 'More', onclick: (event) => contextMenu(event, message) },
      '⋯',
    ),
  );
  return element;
}

function nameOf(message) {
  return message.author.global_name ?? message.author.username;
}

function isContinued(message, before) {
  const near = Date.parse(message.timestamp) - Date.parse(before.timestamp) < GROUP_MS;
  return near && before.author.id === message.author.id && !message.used && !message.ephemeral && !before.ephemeral;
}

function gutterTime(message) {
  return h('time', { class: 'gutter' }, shownTime(Date.parse(message.timestamp), 't'));
}

/** The line above a reply: who ran which command. */
function origin(message) {
  if (!message.used) return null;
  return h(
    'div',
    { class: 'origin' },
    h('span', { class: 'hook' }),
    h('b', {}, message.used.user ?? ''),
    ' used ',
    h('span', { class: 'used' }, `/${message.used.command}`),
  );
}

function head(message) {
  return h(
    'header',
    {},
    h('b', { class: message.author.bot ? 'name bot' : 'name' }, nameOf(message)),
    message.author.bot ? h('span', { class: 'tag' }, 'APP') : null,
    h('time', { title: shownTime(Date.parse(message.timestamp), 'F') }, messageTime(Date.parse(message.timestamp))),
    message.flags & SILENT
      ? h('span', { class: 'silent', title: 'Sent without a notification' }, icon('silent', 'small'))
      : null,
  );
}

function thinking() {
  const dots = h('span', { class: 'dots' }, h('i'), h('i'), h('i'));
  return h('div', { class: 'thinking' }, dots, ` ${store.state?.bot.name ?? 'The app'} is thinking…`);
}

function content(message) {
  const edited = message.edited_timestamp
    ? h('span', { class: 'edited', title: shownTime(Date.parse(message.edited_timestamp), 'F') }, '(edited)')
    : null;
  return [
    message.content
      ? h('div', { class: 'content' }, h('div', { class: 'md', html: markdown(message.content) }), edited)
      : null,
    ...(message.flags & SUPPRESS_EMBEDS ? [] : message.embeds.map(embed)),
    ...message.attachments.map(attachment),
    message.components.length > 0 ? h('div', { class: 'components' }, components(message.components, message)) : null,
    message.content ? null : edited,
    message.thread ? threadLink(message.thread) : null,
    message.flags & EPHEMERAL ? onlyYou(message) : null,
  ];
}

function threadLink(thread) {
  return h('button', { class: 'thread-link', 'data-channel': thread.id }, h('b', {}, thread.name), ' See thread ›');
}

function onlyYou(message) {
  const dismiss = () => act('dismiss', { messageId: message.id }).catch(() => undefined);
  return h(
    'div',
    { class: 'only-you' },
    icon('eye', 'small'),
    ' Only you can see this • ',
    h('button', { class: 'link', onclick: dismiss }, 'Dismiss message'),
  );
}

function attachment(file) {
  if (file.content_type?.startsWith('image/')) return picture(file.url, file.description);
  return h(
    'div',
    { class: 'file' },
    icon('file', 'large'),
    h(
      'div',
      {},
      h('a', { href: file.url, target: '_blank', rel: 'noreferrer noopener' }, file.filename),
      h('small', {}, size(file.size)),
    ),
  );
}

export function size(bytes) {
  return bytes < 1024 ? `${bytes} bytes` : `${(bytes / 1024).toFixed(2)} KB`;
}

export function picture(url, description) {
  const image = h('img', { src: url, alt: description ?? '', title: description ?? undefined, loading: 'lazy' });
  return h('a', { class: 'picture', href: url, target: '_blank', rel: 'noreferrer noopener' }, image);
}

function embed(data) {
  const element = h(
    'div',
    { class: 'embed' },
    h(
      'div',
      { class: 'embed-text' },
      data.author ? h('div', { class: 'embed-author' }, data.author.name) : null,
      data.title ? h('div', { class: 'embed-title md', html: embedTitle(data) }) : null,
      data.description ? h('div', { class: 'md', html: markdown(data.description) }) : null,
      data.fields?.length ? h('div', { class: 'embed-fields' }, data.fields.map(field)) : null,
      data.image ? picture(data.image.url) : null,
      data.footer || data.timestamp
        ? h(
            'footer',
            {},
            [data.footer?.text, data.timestamp && messageTime(Date.parse(data.timestamp))].filter(Boolean).join(' • '),
          )
        : null,
    ),
    data.thumbnail ? h('img', { class: 'thumbnail', src: data.thumbnail.url, alt: '' }) : null,
  );
  if (data.color) element.style.borderLeftColor = colorOf(data.color);
  return element;
}

function embedTitle({ title, url }) {
  return url ? markdown(`[${title.replaceAll(']', '\\]')}](${url})`) : markdown(title);
}

function field({ name, value, inline }) {
  return h(
    'div',
    { class: inline ? 'field inline' : 'field' },
    h('b', { class: 'md', html: markdown(name) }),
    h('div', { class: 'md', html: markdown(value) }),
  );
}

function contextMenu(event, message) {
  event.preventDefault();
  openMenu(event, message);
}
