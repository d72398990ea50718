// Channels and messages as the page shows them to one person.
import type { Core } from './core.ts';
import { PERMISSION } from './permissions.ts';
import { presentMessage } from './present.ts';
import type { Channel, Person, StoredMessage } from './records.ts';
import { personPermissions } from './start-interaction.ts';

export function mayView(core: Core, channel: Channel, person: Person): boolean {
  if (channel.guild_id === undefined) return channel.recipients?.[0]?.id === person.id;
  return (personPermissions(core, channel, person) & PERMISSION.VIEW_CHANNEL) !== 0n;
}

export function channelView(channel: Channel) {
  const { id, type, name, topic, parent_id, position, last_message_id, thread_metadata } = channel;
  return { id, type, name, topic, parent_id, position, last_message_id, archived: thread_metadata?.archived ?? false };
}

export function messageView(core: Core, stored: StoredMessage) {
  const { answers } = stored;
  const user = answers && core.world.people.get(answers.userId)?.global_name;
  const thread = core.world.channels.get(stored.api.id);
  return {
    ...presentMessage(core.world, stored),
    ephemeral: stored.visibleTo !== undefined,
    ...(answers ? { used: { user, command: answers.command } } : {}),
    ...(thread ? { thread: channelView(thread) } : {}),
  };
}
