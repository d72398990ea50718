// Talks to the playground's server.

export const store = {
  /** Who the person is; the server chooses until it is known. */
  me: undefined,
  state: undefined,
  channelId: undefined,
  messages: [],
  commands: [],
  unread: new Set(),
  /** Interactions without a message yet, and those that failed: lines of this page alone. */
  lines: [],
};

export async function view(name, query = {}) {
  const given = Object.entries({ as: store.me, ...query }).filter(([, value]) => value !== undefined);
  const response = await fetch(`/playground/${name}?${new URLSearchParams(given)}`);
  return readAnswer(response);
}

export async function act(name, body) {
  const response = await fetch(`/playground/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as: store.me, ...body }),
  });
  return readAnswer(response);
}

async function readAnswer(response) {
  const answer = await response.json();
  if (!response.ok) throw new Error(answer?.error ?? `The playground answered ${response.status}`);
  return answer;
}

let source;

/** Follows what happens, as the person of now; again after a break. */
export function follow(onEvent, onReturn) {
  source?.close();
  let broken = false;
  source = new EventSource(`/playground/events?as=${store.me}`);
  source.onmessage = (event) => onEvent(JSON.parse(event.data));
  source.onerror = () => {
    broken = true;
    document.body.classList.add('offline');
  };
  source.onopen = () => {
    document.body.classList.remove('offline');
    if (broken) onReturn();
    broken = false;
  };
}

export function currentGuild() {
  return store.state?.guilds.find((guild) => guild.channels.some((channel) => channel.id === store.channelId));
}

export function currentChannel() {
  if (store.state?.dm.id === store.channelId) return store.state.dm;
  return currentGuild()?.channels.find((channel) => channel.id === store.channelId);
}

export function userName(id) {
  return store.state?.users.find((user) => user.id === id)?.name ?? 'unknown-user';
}

export function channelName(id) {
  const all = store.state?.guilds.flatMap((guild) => guild.channels) ?? [];
  return all.find((channel) => channel.id === id)?.name ?? 'unknown';
}

export function roleName(id) {
  const all = store.state?.guilds.flatMap((guild) => guild.roles) ?? [];
  return all.find((role) => role.id === id)?.name ?? 'deleted-role';
}
