// Where every interaction arrives: who may, in whose words, acknowledged how.

import {
  type Interaction,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { App } from '../app.ts';
import { isProblem, type Problem } from '../errors.ts';
import type { Owner, Visibility } from '../scope.ts';
import { wordsFor } from '../words.ts';
import { askOf, type CommandCall, isOwnMessage, mayManage, pressedOf, serverOf, submittedOf } from './asker.ts';
import type { Ask, Asker, Command, Press, PressAnswered, PressOpening, Reply } from './command.ts';
import { type CompletionParts, complete } from './completions.ts';
import { verbOf } from './custom-id.ts';
import { createQuota } from './quota.ts';
import type { Modal } from './render/modal.ts';
import { type Answerable, progressOf, type Turn, type TurnParts, take } from './turn.ts';

export interface DispatchParts extends TurnParts, CompletionParts {
  readonly commands: readonly Command[];
  readonly app: App;
  /** Asks per person in 30 seconds; buttons may be pressed three times as often. */
  readonly asksPerHalfMinute?: number;
}

/** What every interaction is answered with. */
interface Desk extends DispatchParts {
  readonly presses: ReadonlyMap<string, Press>;
  readonly limit: (kind: 'commands' | 'presses', userId: string) => Problem | undefined;
}

export function createDispatch(parts: DispatchParts): (interaction: Interaction) => Promise<void> {
  const commands = new Map(parts.commands.map((command) => [command.data.name, command]));
  const asks = parts.asksPerHalfMinute ?? 5;
  const quotas = {
    commands: createQuota({ max: asks, windowMs: 30_000 }),
    presses: createQuota({ max: asks * 3, windowMs: 30_000 }),
  };
  const desk: Desk = {
    ...parts,
    presses: new Map(parts.commands.flatMap(({ presses = {} }) => Object.entries(presses))),
    limit: (kind, userId) => {
      const seconds = quotas[kind].take(userId, parts.now());
      return seconds === 0 ? undefined : { problem: 'too-fast', seconds };
    },
  };
  return async (interaction) => {
    try {
      if (interaction.isAutocomplete()) await complete(interaction, commands.get(interaction.commandName), parts);
      else if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand())
        await call(interaction, commands.get(interaction.commandName), desk);
      else if (interaction.isMessageComponent()) await press(interaction, desk);
      else if (interaction.isModalSubmit()) await submit(interaction, parts);
    } catch (error) {
      // Not even read: there is nothing to answer with.
      parts.log.error({ err: error, id: interaction.id }, 'an interaction could not be read');
    }
  };
}

const GONE: Problem = { problem: 'expired' };

async function call(interaction: CommandCall, command: Command | undefined, desk: Desk): Promise<void> {
  const refusal = command ? refusalOfCall(command, interaction, desk) : GONE;
  const isPrivate = refusal !== undefined || command === undefined || (await isPrivateAsk(command, interaction, desk));
  const asked = askOf(interaction, isPrivate, desk.mention);
  const progress = progressOf(interaction, desk);
  const base = { name: [interaction.commandName, asked.sub].join(' ').trim(), words: asked.words };
  const spoken = async (turn: Turn) => ({ ...(await inServersWords(asked, command, turn, desk)), progress });
  const opens = refusal === undefined ? formOf(command as Command, asked) : undefined;
  if (opens) {
    const form = async (turn: Turn) => opens(await spoken(turn), desk.app);
    return open(interaction, desk, { ...base, form });
  }
  await take(interaction, desk, {
    ...base,
    acknowledge: () => deferReply(interaction, isPrivate),
    answer: async (turn) => refusal ?? (await (command as Command).execute(await spoken(turn), desk.app)),
  });
}

function refusalOfCall(command: Command, interaction: CommandCall, { limit }: Desk): Problem | undefined {
  return refusalOf(command, interaction) ?? (command.manages ? undefined : limit('commands', interaction.user.id));
}

function formOf({ opens, opensIf }: Command, { sub, options }: Pick<Ask, 'sub' | 'options'>) {
  const isWanted = opensIf?.[sub]?.(options) ?? true;
  return isWanted ? opens?.[sub] : undefined;
}

async function press(interaction: MessageComponentInteraction, desk: Desk): Promise<void> {
  const verb = verbOf(interaction.customId);
  const known = desk.presses.get(verb);
  const refusal = known ? (refusalOf(known, interaction) ?? desk.limit('presses', interaction.user.id)) : GONE;
  if (refusal === undefined && known?.to === 'form') return openAgain(interaction, known, desk);
  const answering = known as PressAnswered;
  const mode = refusal ? 'reply' : modeOf(answering, interaction);
  const isPrivate = mode === 'reply' || (mode === 'update' && interaction.message.flags.has(MessageFlags.Ephemeral));
  const pressed = pressedOf(interaction, isPrivate, desk.mention);
  await take(interaction, desk, {
    name: `press ${verb}`,
    words: pressed.words,
    acknowledge: () => (mode === 'update' ? interaction.deferUpdate() : deferReply(interaction, isPrivate)),
    answer: async (turn) =>
      refusal ?? (await answering.answer(await inServersWords(pressed, known, turn, desk), desk.app)),
  });
}

/** A button that opens a form. */
async function openAgain(interaction: MessageComponentInteraction, press: PressOpening, desk: Desk): Promise<void> {
  const pressed = pressedOf(interaction, true, desk.mention);
  await open(interaction, desk, {
    name: `press ${verbOf(interaction.customId)}`,
    words: pressed.words,
    form: async (turn) => press.form(await inServersWords(pressed, press, turn, desk), desk.app),
  });
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

/** The person says, else the server, else the command. */
async function isPrivateAsk(command: Command, interaction: CommandCall, desk: Desk): Promise<boolean> {
  if (command.manages) return true;
  const said = interaction.isChatInputCommand() ? interaction.options.getBoolean('private') : null;
  if (said !== null) return said;
  const server = serverOf(interaction);
  const chosen = server === undefined ? undefined : await visibilityIn(server as Owner, desk);
  if (chosen === 'private') return true;
  const canBeSaid = command.data.options?.some(({ name }) => name === 'private') ?? false;
  return chosen === 'public' && canBeSaid ? false : command.private;
}

/** Nobody is acknowledged too late for want of it. */
async function visibilityIn(owner: Owner, { app, log }: Desk): Promise<Visibility | undefined> {
  const { promise: deadline, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), VISIBILITY_MS);
  const wanted = app.settings(owner).then(({ visibility }) => visibility);
  try {
    return await Promise.race([wanted, deadline]);
  } catch (error) {
    log.warn({ err: error }, 'settings could not be read');
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

const VISIBILITY_MS = 700;

function modeOf({ to }: PressAnswered, interaction: MessageComponentInteraction): PressAnswered['to'] {
  return to === 'update' && !isOwnMessage(interaction) ? 'reply' : to;
}

interface Opening extends Omit<Turn, 'answer' | 'acknowledge'> {
  readonly form: (turn: Turn) => Promise<Modal | Problem>;
}

/** A form is itself the acknowledgement. */
async function open(
  interaction: CommandCall | MessageComponentInteraction,
  parts: DispatchParts,
  { form, ...rest }: Opening,
): Promise<void> {
  const answer = async (turn: Turn): Promise<Reply> => {
    const found = await form(turn);
    if (isProblem(found)) return found;
    await interaction.showModal(found);
    return [];
  };
  await take(interaction, parts, { ...rest, acknowledge: async () => undefined, answer });
}
