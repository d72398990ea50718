// What the page asks for (views) and what its person does (actions), by name.
import type { GivenFile } from './command-data.ts';
import { NotPossible } from './command-data.ts';
import { channelView, mayView, messageView } from './page-views.ts';
import type { PersonActions } from './person.ts';
import type { Person } from './records.ts';
import type { Reply } from './reply.ts';
import type { Snowflake } from './snowflake.ts';
import type { StandIn } from './stand-in.ts';
import { visibleCommands } from './visible-commands.ts';
import { findMember, findMessageAnywhere } from './world.ts';
import { removeMessage } from './write-message.ts';

export interface PageContext {
  readonly standIn: StandIn;
  readonly hints: readonly string[];
  readonly viewers: readonly { readonly id: Snowflake; readonly role: string }[];
}

type Query = Readonly<Record<string, string | undefined>>;

export function viewerOf({ standIn, viewers }: PageContext, id: unknown): Person {
  const person = viewers.some((viewer) => viewer.id === id) ? standIn.core.world.people.get(String(id)) : undefined;
  if (!person) throw new NotPossible('There is no such person');
  return person;
}

function state(context: PageContext, query: Query) {
  const { standIn, hints, viewers } = context;
  const { world } = standIn.core;
  const person = viewerOf(context, query.as ?? viewers[0]?.id);
  const guilds = [...world.guilds.values()].filter((guild) => findMember(guild, person.id));
  const dm = standIn.person(person.id).dm();
  return {
    me: person.id,
    viewers: viewers.map((viewer) => ({ ...viewer, name: world.people.get(viewer.id)?.global_name })),
    bot: { id: world.bot.id, name: world.bot.global_name, online: standIn.gateway.connected() > 0 },
    users: [world.bot, ...world.people.values()].map(({ id, global_name, bot }) => ({
      id,
      name: global_name,
      bot: !!bot,
    })),
    guilds: guilds.map((guild) => ({
      id: guild.id,
      name: guild.name,
      roles: guild.roles.map(({ id, name, color }) => ({ id, name, color })),
      members: guild.members.map((member) => member.userId),
      channels: [...world.channels.values()]
        .filter((channel) => channel.guild_id === guild.id && mayView(standIn.core, channel, person))
        .map(channelView),
    })),
    dm: channelView(dm),
    hints,
  };
}

function commands(context: PageContext, query: Query) {
  const channel = context.standIn.core.world.channels.get(query.channel ?? '');
  if (!channel) throw new NotPossible('There is no such channel');
  return visibleCommands(context.standIn.core, channel, viewerOf(context, query.as));
}

/** The page shows the end of a long history. */
const SHOWN_MESSAGES = 200;

function messages(context: PageContext, query: Query) {
  const { core } = context.standIn;
  const person = viewerOf(context, query.as);
  const channel = core.world.channels.get(query.channel ?? '');
  if (!channel || !mayView(core, channel, person)) throw new NotPossible('There is no such channel');
  return (core.world.messages.get(channel.id) ?? [])
    .filter((message) => message.visibleTo === undefined || message.visibleTo === person.id)
    .slice(-SHOWN_MESSAGES)
    .map((message) => messageView(core, message));
}

export const VIEWS: Readonly<Record<string, (context: PageContext, query: Query) => unknown>> = {
  state,
  commands,
  messages,
};

interface Act {
  readonly as: Snowflake;
  readonly channelId: Snowflake;
  readonly command: string;
  readonly options: Record<string, string | number | boolean | { name: string; base64: string; contentType: string }>;
  readonly focused: string;
  readonly messageId: Snowflake;
  readonly customId: string;
  readonly values: readonly string[];
  readonly interactionId: Snowflake;
  readonly fields: Record<string, string | string[]>;
  readonly content: string;
}

type Action = (context: PageContext, act: Act) => Promise<unknown>;

/** The page follows what happens by its events; it waits here only for the first sign of life. */
const FIRST = { until: 'first', timeoutMs: 20_000 } as const;

function byPerson(run: (person: PersonActions, act: Act) => Promise<Reply>): Action {
  return async (context, act) => {
    const person = context.standIn.person(viewerOf(context, act.as).id);
    const { interactionId, state: reached, choices, modal, error, firstResponseMs } = await run(person, act);
    return { interactionId, state: reached, choices, modal, error, firstResponseMs };
  };
}

function decodeFiles(options: Act['options']): Record<string, string | number | boolean | GivenFile> {
  const decoded = Object.entries(options ?? {}).map(([name, value]) =>
    typeof value === 'object'
      ? [
          name,
          {
            name: value.name,
            contentType: value.contentType,
            bytes: new Uint8Array(Buffer.from(value.base64, 'base64')),
          },
        ]
      : [name, value],
  );
  return Object.fromEntries(decoded);
}

export const ACTIONS: Readonly<Record<string, Action>> = {
  slash: byPerson((person, { channelId, command, options }) =>
    person.slash({ channelId, command, options: decodeFiles(options), ...FIRST }),
  ),
  autocomplete: byPerson((person, { channelId, command, options, focused }) =>
    person.autocomplete({ channelId, command, options: decodeFiles(options), focused, ...FIRST }),
  ),
  menu: byPerson((person, { command, messageId }) => person.menu({ command, messageId, ...FIRST })),
  click: byPerson((person, { messageId, customId }) => person.click(messageId, customId, FIRST)),
  select: byPerson((person, { messageId, customId, values }) => person.select(messageId, customId, values, FIRST)),
  modal: byPerson((person, { interactionId, fields }) => person.submitModal({ interactionId }, fields, FIRST)),
  async send(context, { as, channelId, content }) {
    if (content.trim() === '') return;
    context.standIn.person(viewerOf(context, as).id).send(channelId, content.slice(0, 2000));
  },
  async dismiss(context, { as, messageId }) {
    const { core } = context.standIn;
    const message = findMessageAnywhere(core.world, messageId);
    if (message?.visibleTo === viewerOf(context, as).id) removeMessage(core, message);
  },
};
