// A person in a channel, as a test writes it: asks, types, presses and chooses; what comes back is what is read.

import { allComponents } from '../../src/playground/components.ts';
import type { Reply } from '../../src/playground/reply.ts';
import type { StandIn } from '../../src/playground/stand-in.ts';
import { textOf } from './message-text.ts';

export interface Answer {
  /** All that can be read, links included. */
  readonly text: string;
  /** All that was sent, ids of buttons and values of choices included. */
  readonly sent: string;
  readonly private: boolean;
  readonly firstResponseMs: number;
  /** The message to press buttons on. */
  readonly messageId: string;
  /** The custom_ids of its buttons and selects. */
  readonly controls: readonly string[];
  /** The values of its selects. */
  readonly values: readonly string[];
  readonly choices: readonly { readonly name: string; readonly value: string }[];
  /** What opened, to be filled in. */
  readonly interactionId: string;
}

type Options = Readonly<Record<string, string | number | boolean | { readonly name: string; readonly text: string }>>;

export interface Visitor {
  ask(command: string, options?: Options): Promise<Answer>;
  /** What is offered while the option is typed; the other options may be given. */
  type(command: string, option: string, typed: string, others?: Options): Promise<Answer>;
  /** Presses the first button whose custom_id begins so. */
  press(on: Pick<Answer, 'messageId' | 'controls'>, button: string): Promise<Answer>;
  choose(on: Pick<Answer, 'messageId' | 'controls'>, select: string, value: string): Promise<Answer>;
  /** Fills in the form that an answer opened; what is not given stays as it is shown. */
  fill(form: Pick<Answer, 'interactionId'>, values: Readonly<Record<string, string>>): Promise<Answer>;
  menu(command: string, messageId: string): Promise<Answer>;
  say(content: string): string;
}

/** What was done, for a test that has to see that nothing was left out. */
export type Deed =
  | { readonly did: 'ask' | 'type'; readonly command: string; readonly option?: string }
  | { readonly did: 'press' | 'menu'; readonly name: string };

interface Place {
  readonly userId: string;
  /** undefined: the direct messages with the bot. */
  readonly channelId?: string;
  /** Called before each deed: moves the clock on, so that no quota is met. */
  readonly before?: (deed: Deed) => void;
}

/** Longer than Discord's own three seconds, for machines that are busy with other things. */
const PATIENCE = { timeoutMs: 60_000 };

export function visitor(standIn: StandIn, { userId, channelId: given, before = () => undefined }: Place): Visitor {
  const person = standIn.person(userId);
  const channelId = given ?? person.dm().id;
  const named = (on: Pick<Answer, 'controls'>, start: string): string => {
    const id = on.controls.find((control) => control === start || control.startsWith(`${start}:`));
    if (id === undefined) throw new Error(`There is no ${start} among ${on.controls.join(', ')}`);
    before({ did: 'press', name: start.split(':', 1)[0] as string });
    return id;
  };
  return {
    ask: async (command, options = {}) => {
      before({ did: 'ask', command });
      for (const option of Object.keys(options)) before({ did: 'ask', command, option });
      return answerOf(await person.slash({ channelId, command, options, ...PATIENCE }), `/${command}`);
    },
    type: async (command, option, typed, others = {}) => {
      before({ did: 'type', command, option });
      const input = { channelId, command, options: { ...others, [option]: typed }, focused: option, ...PATIENCE };
      return answerOf(await person.autocomplete(input), `/${command} ${option}:`);
    },
    press: async (on, button) => answerOf(await person.click(on.messageId, named(on, button), PATIENCE), button),
    choose: async (on, select, value) =>
      answerOf(await person.select(on.messageId, named(on, select), [value], PATIENCE), select),
    fill: async (form, values) => answerOf(await person.submitModal(form, values, PATIENCE), 'a form'),
    menu: async (command, messageId) => {
      before({ did: 'menu', name: command });
      return answerOf(await person.menu({ command, messageId, ...PATIENCE }), command);
    },
    say: (content) => person.send(channelId, content).id,
  };
}

/** Throws where Discord would show that the application did not respond. */
function answerOf(reply: Reply, asked: string): Answer {
  if (reply.error !== undefined) throw new Error(`${asked}: ${reply.error}`);
  const shown = reply.followUps.at(-1) ?? reply.message;
  const parts = allComponents(shown?.components ?? []);
  const { message, followUps, choices, modal } = reply;
  return {
    text: textOf([message, followUps, choices, modal]),
    sent: JSON.stringify([message, followUps, choices, modal].map(withoutFrame)),
    private: reply.ephemeral,
    firstResponseMs: reply.firstResponseMs ?? Number.POSITIVE_INFINITY,
    messageId: shown?.id ?? '',
    controls: parts.flatMap(({ custom_id }) => custom_id ?? []),
    values: parts.flatMap(({ options = [] }) => options.map(({ value }) => value)),
    interactionId: reply.interactionId,
    choices: (choices ?? []).map(({ name, value }) => ({ name, value: String(value) })),
  };
}

/** Without what Discord itself says about a message: ids, times, who asked. */
function withoutFrame(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutFrame);
  if (typeof part !== 'object' || part === null) return part;
  const { components, content, ...choice } = part as Record<string, unknown>;
  return 'author' in part ? { content, components } : choice;
}
