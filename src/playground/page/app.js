// The playground's page: servers on the left, channels, chat, and whoever you are at the moment.
import { currentChannel, currentGuild, follow, store, view } from './api.js';
import { fillCommand, focusComposer, renderComposer } from './composer.js';
import { avatar, byId, h, icon } from './dom.js';
import { closeMenu } from './menu.js';
import { messageElement } from './message.js';
import { refreshStamps } from './time.js';
import { showProblem } from './toast.js';

const FORUM = 15;
const CATEGORY = 4;
const THREADS = [10, 11, 12];
const SIGNS = { 0: 'hash', 5: 'megaphone', 15: 'forum', 10: 'thread', 11: 'thread', 12: 'thread' };

const STAMP_MS = 10_000;
const TYPING_MS = 9000;

async function start() {
  keepEndInView();
  store.me = new URLSearchParams(location.search).get('as') ?? undefined;
  await loadState();
  const wanted = location.hash.slice(1);
  await openChannel(allChannels().some((channel) => channel.id === wanted) ? wanted : firstChannel()?.id);
  follow(onEvent, reload);
  setInterval(refreshStamps, STAMP_MS);
  document.addEventListener('sending', showSending);
  document.addEventListener('click', onClick);
  document.addEventListener('keydown', onKey);
}

async function loadState() {
  store.state = await view('state');
  store.me = store.state.me;
  document.title = `${store.state.bot.name} playground`;
}

function allChannels() {
  return [...store.state.guilds.flatMap((guild) => guild.channels), store.state.dm];
}

function firstChannel() {
  return store.state.guilds[0]?.channels.find((channel) => channel.type !== CATEGORY) ?? store.state.dm;
}

async function reload() {
  await loadState();
  await openChannel(currentChannel() ? store.channelId : firstChannel().id);
}

async function openChannel(id) {
  store.channelId = id;
  store.unread.delete(id);
  store.lines = [];
  history.replaceState(null, '', `#${id}`);
  [store.messages, store.commands] = await Promise.all([
    view('messages', { channel: id }),
    view('commands', { channel: id }),
  ]);
  renderSides();
  renderChat(true);
  renderComposer();
  focusComposer();
}

function renderSides() {
  renderServers();
  renderChannels();
  renderMe();
}

function renderServers() {
  const { guilds, dm, bot } = store.state;
  const open = currentGuild();
  const home = h(
    'button',
    { class: open ? 'server home' : 'server home active', title: 'Direct Messages', onclick: () => go(dm.id) },
    icon('mail'),
  );
  const icons = guilds.map((guild) => {
    const first = guild.channels.find((channel) => channel.type !== CATEGORY);
    return h(
      'button',
      { class: guild === open ? 'server active' : 'server', title: guild.name, onclick: () => go(first?.id) },
      initials(guild.name),
    );
  });
  byId('servers').replaceChildren(home, h('hr', { class: 'server-line' }), ...icons);
  byId('servers').dataset.bot = bot.online ? 'online' : 'offline';
}

function initials(name) {
  return name
    .split(/\s+/)
    .map((word) => word[0])
    .join('')
    .slice(0, 3);
}

function go(id) {
  if (id) openChannel(id).catch((error) => showProblem(error.message));
}

function renderChannels() {
  const guild = currentGuild();
  byId('server-name').textContent = guild?.name ?? 'Direct Messages';
  if (!guild) {
    const { bot, dm } = store.state;
    const name = [avatar(bot.id, bot.name, 32), h('span', {}, bot.name)];
    byId('channels').replaceChildren(h('button', { class: 'channel dm active', 'data-channel': dm.id }, name));
    return;
  }
  const top = guild.channels
    .filter((channel) => !THREADS.includes(channel.type))
    .sort((a, b) => a.position - b.position);
  byId('channels').replaceChildren(...top.flatMap((channel) => channelEntry(guild, channel)));
}

function channelEntry(guild, channel) {
  if (channel.type === CATEGORY) return [h('div', { class: 'category' }, channel.name)];
  const threads = guild.channels.filter(
    (one) => one.parent_id === channel.id && THREADS.includes(one.type) && !one.archived,
  );
  return [channelButton(channel), ...(channel.type === FORUM ? [] : threads.map(channelButton))];
}

function channelButton(channel) {
  const classes = ['channel'];
  if (channel.id === store.channelId) classes.push('active');
  if (store.unread.has(channel.id)) classes.push('unread');
  if (THREADS.includes(channel.type)) classes.push('thread');
  return h(
    'button',
    { class: classes.join(' '), 'data-channel': channel.id },
    h('span', { class: 'sign' }, icon(SIGNS[channel.type] ?? 'hash')),
    h('span', {}, channel.name),
  );
}

function renderMe() {
  const { viewers, me } = store.state;
  const mine = viewers.find((viewer) => viewer.id === me);
  const others = viewers.filter((viewer) => viewer.id !== me);
  const switches = others.map((viewer) =>
    h('button', { class: 'switch', onclick: () => become(viewer.id) }, `Be ${viewer.name} (${viewer.role})`),
  );
  const name = h('div', { class: 'me-name' }, h('b', {}, mine?.name ?? ''), h('small', {}, mine?.role ?? ''));
  byId('me').replaceChildren(h('div', { class: 'me-line' }, avatar(me, mine?.name, 32), name), ...switches);
}

async function become(id) {
  store.me = id;
  await reload();
  follow(onEvent, reload);
}

function renderChat(toEnd = false) {
  const channel = currentChannel();
  byId('channel-head').replaceChildren(...headOf(channel));
  const elements =
    channel?.type === FORUM
      ? forumPosts(channel)
      : store.messages.map((message, index) => messageElement(message, store.messages[index - 1]));
  byId('messages').replaceChildren(welcome(channel), ...elements, ...store.lines);
  refreshStamps();
  if (toEnd) stuck = true;
  if (stuck) byId('chat').scrollTop = byId('chat').scrollHeight;
}

/** Pictures come later and push the end away; who has scrolled up stays where he is. */
let stuck = true;

function keepEndInView() {
  const chat = byId('chat');
  let before = 0;
  chat.addEventListener('scroll', () => {
    const isAtEnd = chat.scrollHeight - chat.scrollTop - chat.clientHeight < 120;
    // Growing content looks like having scrolled up, too; only a move towards the top is a person's.
    if (isAtEnd || chat.scrollTop < before) stuck = isAtEnd;
    before = chat.scrollTop;
  });
  new ResizeObserver(() => {
    if (stuck) chat.scrollTop = chat.scrollHeight;
  }).observe(byId('messages'));
}

function headOf(channel) {
  if (!channel) return [];
  const name = channel.id === store.state.dm.id ? store.state.bot.name : channel.name;
  const sign = channel.id === store.state.dm.id ? '@' : icon(SIGNS[channel.type] ?? 'hash');
  const isAway = store.state.bot.online ? null : h('span', { class: 'away' }, `${store.state.bot.name} is offline`);
  return [
    h('span', { class: 'sign' }, sign),
    h('b', {}, name),
    channel.topic ? h('span', { class: 'topic' }, channel.topic) : null,
    isAway,
  ].filter(Boolean);
}

function welcome(channel) {
  if (!channel) return '';
  const isDm = channel.id === store.state.dm.id;
  const name = isDm ? store.state.bot.name : `#${channel.name}`;
  const text = isDm
    ? `This is the beginning of your direct messages with ${name}.`
    : `This is the start of the ${name} channel.`;
  const isFirst = channel.id === firstChannel()?.id;
  return h(
    'section',
    { class: 'welcome' },
    h('h1', {}, isDm ? name : `Welcome to ${name}!`),
    h('p', {}, text),
    isFirst && store.state.hints.length > 0 ? hints() : null,
  );
}

function hints() {
  const lines = store.state.hints.map((hint) =>
    h('li', {}, hint.startsWith('/') ? h('button', { class: 'hint', 'data-command': hint.slice(1) }, hint) : hint),
  );
  return h('div', { class: 'hints' }, h('b', {}, 'What to try'), h('ul', {}, lines));
}

function forumPosts(channel) {
  const posts = currentGuild()
    .channels.filter((one) => one.parent_id === channel.id)
    .reverse();
  if (posts.length === 0) return [h('p', { class: 'empty' }, 'No posts yet.')];
  return posts.map((post) => h('button', { class: 'post', 'data-channel': post.id }, h('b', {}, post.name)));
}

const ON_EVENT = {
  message: ({ message }) => putMessage(message),
  edit: ({ message }) => putMessage(message),
  delete({ messageId }) {
    store.messages = store.messages.filter((message) => message.id !== messageId);
    renderChat();
  },
  failed: showFailed,
  typing: showTyping,
  async channels() {
    await loadState();
    renderSides();
    renderChat();
  },
  async commands() {
    store.commands = await view('commands', { channel: store.channelId });
  },
};

function onEvent(event) {
  Promise.resolve(ON_EVENT[event.kind]?.(event)).catch((error) => showProblem(error.message));
}

function putMessage(message) {
  if (message.channel_id !== store.channelId) {
    store.unread.add(message.channel_id);
    return renderChannels();
  }
  const at = store.messages.findIndex((one) => one.id === message.id);
  if (at >= 0) return replaceMessage(message, at);
  store.messages.push(message);
  renderChat();
}

/** Only the one that changed is drawn anew: an open list or the focus elsewhere stays. */
function replaceMessage(message, at) {
  store.messages[at] = message;
  const element = byId('messages').querySelector(`article[data-id="${message.id}"]`);
  const held = element?.contains(document.activeElement) ? document.activeElement.dataset.customId : undefined;
  const drawn = messageElement(message, store.messages[at - 1]);
  element?.replaceWith(drawn);
  if (held !== undefined) drawn.querySelector(`[data-custom-id="${CSS.escape(held)}"]`)?.focus();
}

function showFailed({ channelId, command }) {
  if (channelId !== store.channelId || command === null) return;
  store.lines.push(botLine(h('div', { class: 'error' }, `/${command}: The application did not respond`)));
  renderChat(true);
}

/** Until the bot's first sign of life, which brings a message of its own. */
function showSending({ detail: { command, asked } }) {
  const line = botLine(h('div', { class: 'thinking' }, `Sending /${command}…`));
  store.lines.push(line);
  renderChat(true);
  const done = () => {
    store.lines = store.lines.filter((one) => one !== line);
    line.remove();
  };
  asked.then(done, done);
}

function botLine(content) {
  const { bot } = store.state;
  const name = h('header', {}, h('b', { class: 'name bot' }, bot.name), h('span', { class: 'tag' }, 'APP'));
  const line = h('div', { class: 'line' }, avatar(bot.id, bot.name), h('div', { class: 'main' }, name, content));
  return h('article', { class: 'message' }, line);
}

let typingTimer;

function showTyping({ channelId }) {
  if (channelId !== store.channelId) return;
  byId('typing').textContent = `${store.state.bot.name} is typing…`;
  clearTimeout(typingTimer);
  typingTimer = setTimeout(() => {
    byId('typing').textContent = '';
  }, TYPING_MS);
}

function onClick(event) {
  const { target } = event;
  if (!target.closest('.menu, .more')) closeMenu();
  const channel = target.closest('[data-channel]');
  if (channel) return go(channel.dataset.channel);
  const command = target.closest('[data-command]');
  if (command) return fillCommand(command.dataset.command);
  const spoiler = target.closest('.spoiler');
  if (spoiler) spoiler.classList.add('open');
}

function onKey(event) {
  const isTyping = event.target.closest?.('input, textarea, dialog');
  const opensSpoiler = event.target.matches?.('.spoiler, .covered') && event.key === 'Enter';
  if (opensSpoiler) event.target.classList.add('open');
  // As in Discord: typing anywhere goes into the composer.
  else if (
    !isTyping &&
    event.key.length === 1 &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.altKey &&
    event.key !== ' '
  )
    focusComposer();
}

start().catch((error) => showProblem(error.message));
