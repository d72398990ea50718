// Where every interaction arrives: acknowledged first, then answered. The one place that catches.

import { randomBytes } from 'node:crypto';
import {
  type AutocompleteInteraction,
  DiscordAPIError,
  type Interaction,
  type InteractionEditReplyOptions,
  type InteractionReplyOptions,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { App, Choice } from '../app.ts';
import { isProblem, type Problem } from '../errors.ts';
import type { Log } from '../log.ts';
import { type Words, wordsFor } from '../words.ts';
import {
  askOf,
  type CommandCall,
  isOwnMessage,
  mayManage,
  pressedOf,
  serverOf,
  submittedOf,
  typingOf,
} from './asker.ts';
import type { Asker, Command, Press, Reply } from './command.ts';
import { verbOf } from './custom-id.ts';
import { createQuota } from './quota.ts';
import { plainText } from './render/escape.ts';
import type { Message } from './render/message.ts';
import type { Modal } from './render/modal.ts';
import { type Mention, renderProblem } from './render/problem.ts';

export interface DispatchParts {
  readonly commands: readonly Command[];
  readonly app: App;
  readonly log: Log;
  readonly now: () => number;
  readonly mention: Mention;
  /** Told of every answer, for metrics. */
  readonly observe?: (answer: Answered) => void;
  /** Asks per person in 30 seconds; buttons may be pressed three times as often. */
  readonly asksPerHalfMinute?: number;
  readonly completeWithinMs?: number;
}

export interface Answered {
  readonly name: string;
  readonly outcome: 'answered' | 'problem' | 'broken' | 'lost';
  readonly acknowledgedMs: number;
  readonly tookMs: number;
}

type Answerable = CommandCall | MessageComponentInteraction | ModalSubmitInteraction;

/** One answer under way. */
interface Turn {
  readonly name: string;
  /** The asker's language; a server's own takes its place when it is known. */
  words: Words;
  readonly acknowledge: () => Promise<unknown>;
  readonly answer: (turn: Turn) => Promise<Reply>;
}

/** Discord no longer knows the interaction, or somebody else has answered it: nothing can be said to the person. */
const LOST = new Set<number | string>([10_062, 40_060, 10_015]);

export function createDispatch(parts: DispatchParts): (interaction: Interaction) => Promise<void> {
  const commands = new Map(parts.commands.map((command) => [command.data.name, command]));
  const presses = new Map(parts.commands.flatMap(({ presses = {} }) => Object.entries(presses)));
  const asks = parts.asksPerHalfMinute ?? 5;
  const quotas = {
    commands: createQuota({ max: asks, windowMs: 30_000 }),
    presses: createQuota({ max: asks * 3, windowMs: 30_000 }),
  };
  const limit = (kind: keyof typeof quotas, userId: string): Problem | undefined => {
    const seconds = quotas[kind].take(userId, parts.now());
    return seconds === 0 ? undefined : { problem: 'too-fast', seconds };
  };

  const call = async (interaction: CommandCall): Promise<void> => {
    const command = commands.get(interaction.commandName);
    const refusal = command
      ? (refusalOf(command, interaction) ?? (command.manages ? undefined : limit('commands', interaction.user.id)))
      : ({ problem: 'expired' } as const);
    const isPrivate = refusal !== undefined || command === undefined || isPrivateAsk(command, interaction);
    const asked = askOf(interaction, isPrivate, parts.mention);
    const opens = command?.opens?.[asked.sub];
    const progress = progressOf(interaction, parts);
    const base = { name: [interaction.commandName, asked.sub].join(' ').trim(), words: asked.words };
    const spoken = async (turn: Turn) => ({ ...(await inServersWords(asked, command, turn, parts)), progress });
    if (opens && refusal === undefined) {
      const form = async (turn: Turn) => opens(await spoken(turn), parts.app);
      return open(interaction, parts, { ...base, acknowledge: async () => undefined, form });
    }
    await take(interaction, parts, {
      ...base,
      acknowledge: () => deferReply(interaction, isPrivate),
      answer: async (turn) => refusal ?? (await (command as Command).execute(await spoken(turn), parts.app)),
    });
  };

  const press = async (interaction: MessageComponentInteraction): Promise<void> => {
    const verb = verbOf(interaction.customId);
    const known = presses.get(verb);
    const refusal = known
      ? (refusalOf(known, interaction) ?? limit('presses', interaction.user.id))
      : ({ problem: 'expired' } as const);
    const mode = refusal ? 'reply' : modeOf(known as Press, interaction);
    const isPrivate = mode === 'reply' || (mode === 'update' && interaction.message.flags.has(MessageFlags.Ephemeral));
    const pressed = pressedOf(interaction, isPrivate, parts.mention);
    await take(interaction, parts, {
      name: `press ${verb}`,
      words: pressed.words,
      acknowledge: () => (mode === 'update' ? interaction.deferUpdate() : deferReply(interaction, isPrivate)),
      answer: async (turn) =>
        refusal ?? (await (known as Press).answer(await inServersWords(pressed, known, turn, parts), parts.app)),
    });
  };

  return async (interaction) => {
    try {
      if (interaction.isAutocomplete()) await complete(interaction, commands.get(interaction.commandName), parts);
      else if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand()) await call(interaction);
      else if (interaction.isMessageComponent()) await press(interaction);
      else if (interaction.isModalSubmit()) await submit(interaction, parts);
    } catch (error) {
      // Not even read: there is nothing to answer with.
      parts.log.error({ err: error, id: interaction.id }, 'an interaction could not be read');
    }
  };
}

function deferReply(interaction: Answerable, isPrivate: boolean): Promise<unknown> {
  return interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
}

/** A form that somebody has filled in. */
async function submit(interaction: ModalSubmitInteraction, parts: DispatchParts): Promise<void> {
  const verb = verbOf(interaction.customId);
  const command = parts.commands.find(({ submits }) => submits && verb in submits);
  const answered = command?.submits?.[verb];
  const refusal = command ? refusalOf(command, interaction) : ({ problem: 'expired' } as const);
  const filled = submittedOf(interaction, parts.mention);
  await take(interaction, parts, {
    name: `submit ${verb}`,
    words: filled.words,
    acknowledge: () => deferReply(interaction, true),
    answer: async (turn) => {
      if (refusal || answered === undefined) return refusal ?? { problem: 'expired' };
      return answered(await inServersWords(filled, command, turn, parts), parts.app);
    },
  });
}

function refusalOf({ manages }: { readonly manages?: boolean }, interaction: Answerable): Problem | undefined {
  if (!manages) return undefined;
  if (serverOf(interaction) === undefined) return { problem: 'server-only' };
  return mayManage(interaction) ? undefined : { problem: 'needs-manage-server' };
}

/** Those who manage a server are spoken to in its language, where it has chosen one. */
async function inServersWords<T extends Asker>(
  asker: T,
  asked: { readonly manages?: boolean } | undefined,
  turn: Turn,
  { app }: DispatchParts,
): Promise<T> {
  if (!asked?.manages) return asker;
  const { language } = await app.settings(asker.owner);
  if (language !== undefined) turn.words = wordsFor(language);
  return { ...asker, words: turn.words };
}

const PROGRESS_MS = 2_000;

/** What is under way is told every two seconds; an edit that fails is not missed. */
function progressOf(interaction: CommandCall, { now, log }: DispatchParts): (render: () => Message) => void {
  let lastAt = now();
  return (render) => {
    if (now() - lastAt < PROGRESS_MS) return;
    lastAt = now();
    interaction
      .editReply(payload(render()))
      .catch((error: unknown) => log.debug({ err: error }, 'progress was not shown'));
  };
}

function isPrivateAsk(command: Command, interaction: CommandCall): boolean {
  if (command.manages || !interaction.isChatInputCommand()) return command.private || command.manages;
  return interaction.options.getBoolean('private') ?? command.private;
}

function modeOf({ to }: Press, interaction: MessageComponentInteraction): Press['to'] {
  return to === 'update' && !isOwnMessage(interaction) ? 'reply' : to;
}

interface Opening extends Omit<Turn, 'answer'> {
  readonly form: (turn: Turn) => Promise<Modal | Problem>;
}

/** A form is itself the acknowledgement. */
async function open(interaction: CommandCall, parts: DispatchParts, { form, ...rest }: Opening): Promise<void> {
  const answer = async (turn: Turn): Promise<Reply> => {
    const found = await form(turn);
    if (isProblem(found)) return found;
    await interaction.showModal(found);
    return [];
  };
  await take(interaction, parts, { ...rest, answer });
}

async function take(interaction: Answerable, parts: DispatchParts, turn: Turn): Promise<void> {
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

async function send(interaction: Answerable, reply: Reply, turn: Turn, parts: DispatchParts): Promise<void> {
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

async function apologize(interaction: Answerable, error: unknown, turn: Turn, parts: DispatchParts): Promise<void> {
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

function isLost(error: unknown): boolean {
  return error instanceof DiscordAPIError && LOST.has(error.code);
}

/** Our JSON is Discord's own; only the names of two fields differ in discord.js. */
function payload(message: Message) {
  return {
    components: message.components as unknown as NonNullable<InteractionEditReplyOptions['components']>,
    flags: message.flags & MessageFlags.IsComponentsV2,
    allowedMentions: { parse: [], roles: [] },
    ...(message.files && {
      files: message.files.map(({ name, text }) => ({ name, attachment: Buffer.from(text) })),
    }),
  } satisfies InteractionEditReplyOptions;
}

async function complete(
  interaction: AutocompleteInteraction,
  command: Command | undefined,
  parts: DispatchParts,
): Promise<void> {
  try {
    const choices =
      command?.complete && !isRefused(command, interaction) ? await offered(interaction, command, parts) : [];
    await interaction.respond(
      choices
        .filter(({ value }) => value !== '' && value.length <= 100)
        .slice(0, 25)
        .map(shown),
    );
  } catch (error) {
    if (!isLost(error)) parts.log.warn({ err: error, name: interaction.commandName }, 'completions broke');
  }
}

function isRefused(command: Command, interaction: AutocompleteInteraction): boolean {
  return command.manages && (serverOf(interaction) === undefined || !mayManage(interaction));
}

/** Whoever types is ahead of a slow answer: better none than a late one. */
async function offered(interaction: AutocompleteInteraction, command: Command, parts: DispatchParts) {
  const { promise: deadline, resolve } = Promise.withResolvers<readonly Choice[]>();
  const timer = setTimeout(() => resolve([]), parts.completeWithinMs ?? 1000);
  const wanted = command.complete?.(typingOf(interaction, parts.mention), parts.app) ?? Promise.resolve([]);
  try {
    return await Promise.race([wanted, deadline]);
  } catch (error) {
    parts.log.warn({ err: error, name: interaction.commandName }, 'completions broke');
    return [];
  } finally {
    clearTimeout(timer);
  }
}

function shown({ name, value }: Choice): Choice {
  return { name: plainText(name, 100) || value, value };
}
