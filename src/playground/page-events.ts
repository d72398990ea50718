// Server-sent events: the page hears of what its person can see.
import type { ServerResponse } from 'node:http';
import type { Change } from './changes.ts';
import type { Core } from './core.ts';
import type { Interaction } from './interaction.ts';
import type { PageContext } from './page-actions.ts';
import { viewerOf } from './page-actions.ts';
import { mayView, messageView } from './page-views.ts';
import type { Person } from './records.ts';

/** Proxies and browsers close silent connections. */
const KEEP_ALIVE_MS = 20_000;

export async function streamChanges(context: PageContext, as: string, response: ServerResponse): Promise<void> {
  const person = viewerOf(context, as);
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('retry: 1000\n\n');
  const stop = context.standIn.changes.listen((change) => {
    const event = eventOf(context, { change, person });
    if (event) response.write(`data: ${JSON.stringify(event)}\n\n`);
  });
  const alive = setInterval(() => response.write(': alive\n\n'), KEEP_ALIVE_MS);
  response.on('close', () => {
    clearInterval(alive);
    stop();
  });
}

interface Heard {
  readonly change: Change;
  readonly person: Person;
}

function eventOf({ standIn }: PageContext, { change, person }: Heard) {
  const { core } = standIn;
  if (change.kind === 'message' || change.kind === 'edit') {
    const { message } = change;
    const hidden = message.visibleTo !== undefined && message.visibleTo !== person.id;
    if (hidden || !sees(core, person, message.api.channel_id)) return undefined;
    return { kind: change.kind, message: messageView(core, message) };
  }
  if (change.kind === 'interaction') return failure(change.interaction, person);
  if (change.kind === 'delete' || change.kind === 'typing')
    return sees(core, person, change.channelId) ? change : undefined;
  return change;
}

function sees(core: Core, person: Person, channelId: string): boolean {
  const channel = core.world.channels.get(channelId);
  return channel !== undefined && mayView(core, channel, person);
}

/** Of interactions the page hears only when Discord gives up on one; their messages tell the rest. */
function failure({ userId, state, channelId, command }: Interaction, person: Person) {
  if (userId !== person.id || state !== 'failed') return undefined;
  return { kind: 'failed', channelId, command: command ?? null };
}
