// One answer under way: acknowledged, answered, sent; the one place that catches.

import { randomBytes } from 'node:crypto';
import {
  DiscordAPIError,
  type InteractionEditReplyOptions,
  type InteractionReplyOptions,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import { isProblem } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Words } from '../words.ts';
import type { CommandCall } from './asker.ts';
import type { Reply } from './command.ts';
import type { Message } from './render/message.ts';
import { type Mention, renderProblem } from './render/problem.ts';

export interface TurnParts {
  readonly log: Log;
  readonly now: () => number;
  readonly mention: Mention;
  /** Told of every answer, for metrics. */
  readonly observe?: (answer: Answered) => void;
}

export interface Answered {
  readonly name: string;
  readonly outcome: 'answered' | 'problem' | 'broken' | 'lost';
  readonly acknowledgedMs: number;
  readonly tookMs: number;
}

export type Answerable = CommandCall | MessageComponentInteraction | ModalSubmitInteraction;

export interface Turn {
  readonly name: string;
  /** The asker's language; a server's own takes its place when it is known. */
  words: Words;
  readonly acknowledge: () => Promise<unknown>;
  readonly answer: (turn: Turn) => Promise<Reply>;
}

/** Discord no longer knows the interaction, or somebody else has answered it: nothing can be said to the person. */
const LOST = new Set<number | string>([10_062, 40_060, 10_015]);

export async function take(interaction: Answerable, parts: TurnParts, turn: Turn): Promise<void> {
  const startedAt = parts.now();
  let acknowledgedMs = 0;
  let outcome: Answered['outcome'] = 'answered';
  try {
    await turn.acknowledge();
    acknowledgedMs = parts.now() - startedAt;
    const reply = await turn.answer(turn);
    if (isProblem(reply)) outcome = 'problem';
    await send(interaction, reply, turn, parts);
  } catch (error) {
    outcome = isLost(error) ? 'lost' : 'broken';
    await apologize(interaction, error, turn, parts);
  }
  const answered = { name: turn.name, outcome, acknowledgedMs, tookMs: parts.now() - startedAt };
  parts.log.debug(answered, 'answered');
  parts.observe?.(answered);
}

async function send(interaction: Answerable, reply: Reply, turn: Turn, parts: TurnParts): Promise<void> {
  // A problem after a button must not replace the answer that the button belongs to.
  if (isProblem(reply)) return say(interaction, renderProblem(reply, turn.words, parts.mention));
  const [first, ...more] = Array.isArray(reply) ? (reply as readonly Message[]) : [reply as Message];
  if (first === undefined) return;
  await interaction.editReply(payload(first));
  const ephemeral = interaction.ephemeral ? MessageFlags.Ephemeral : 0;
  for (const message of more) {
    const body = payload(message);
    await interaction.followUp({ ...body, flags: message.flags | ephemeral });
  }
}

async function say(interaction: Answerable, message: Message): Promise<void> {
  const isUpdate = interaction.isMessageComponent() && interaction.deferred && interaction.ephemeral === null;
  if (isUpdate) await interaction.followUp({ ...payload(message), flags: message.flags | MessageFlags.Ephemeral });
  else if (interaction.deferred) await interaction.editReply(payload(message));
  else
    await interaction.reply({
      ...payload(message),
      flags: message.flags | MessageFlags.Ephemeral,
    } as InteractionReplyOptions);
}

async function apologize(interaction: Answerable, error: unknown, turn: Turn, parts: TurnParts): Promise<void> {
  if (isLost(error)) {
    parts.log.warn(
      { name: turn.name, code: (error as DiscordAPIError).code },
      'the interaction was gone before it was answered',
    );
    return;
  }
  const reference = randomBytes(4).toString('hex');
  parts.log.error({ err: error, name: turn.name, reference }, 'an answer broke');
  try {
    await say(interaction, renderProblem({ problem: 'internal', reference }, turn.words, parts.mention));
  } catch (second) {
    parts.log.error({ err: second, reference }, 'and it could not be said');
  }
}

export function isLost(error: unknown): boolean {
  return error instanceof DiscordAPIError && LOST.has(error.code);
}

/** Our JSON is Discord's own; only the names of two fields differ in discord.js. */
function payload(message: Message) {
  return {
    components: message.components as unknown as NonNullable<InteractionEditReplyOptions['components']>,
    flags: message.flags & MessageFlags.IsComponentsV2,
    allowedMentions: { parse: [], roles: [] },
    ...(message.files && {
      files: message.files.map((file) => ({
        name: file.name,
        attachment: 'text' in file ? Buffer.from(file.text) : Buffer.from(file.bytes),
      })),
    }),
  } satisfies InteractionEditReplyOptions;
}

const PROGRESS_MS = 2_000;

/** What is under way is told every two seconds; an edit that fails is not missed. */
export function progressOf(interaction: CommandCall, { now, log }: TurnParts): (render: () => Message) => void {
  let lastAt = now();
  return (render) => {
    if (now() - lastAt < PROGRESS_MS) return;
    lastAt = now();
    interaction
      .editReply(payload(render()))
      .catch((error: unknown) => log.debug({ err: error }, 'progress was not shown'));
  };
}
