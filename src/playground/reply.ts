// What a person sees of the bot's answer, and how long it took.
import { whenFound } from './changes.ts';
import type { Core } from './core.ts';
import type { Interaction, InteractionState, Modal } from './interaction.ts';
import { isSettled } from './interaction.ts';
import type { Choice, Message } from './records.ts';
import { FLAG } from './records.ts';

export interface Reply {
  readonly interactionId: string;
  readonly state: InteractionState;
  /** The reply, or the message under the button as it is now. */
  readonly message: Message | undefined;
  readonly followUps: readonly Message[];
  /** Only the person who asked sees it. */
  readonly ephemeral: boolean;
  readonly choices: readonly Choice[] | undefined;
  readonly modal: Modal | undefined;
  /** Milliseconds from the click to the bot's first callback. */
  readonly firstResponseMs: number | undefined;
  /** What Discord shows instead of an answer. */
  readonly error: string | undefined;
}

export interface Patience {
  /** Wait for the answer itself (default), or only for the first sign of life: "is thinking". */
  readonly until?: 'settled' | 'first';
  /** Real milliseconds before giving up (10,000). */
  readonly timeoutMs?: number;
}

export function replyOf(interaction: Interaction): Reply {
  const { original } = interaction;
  return structuredClone({
    interactionId: interaction.id,
    state: interaction.state,
    message: original?.api,
    followUps: interaction.followUps.map((message) => message.api),
    ephemeral: original !== undefined && (original.api.flags & FLAG.ephemeral) !== 0,
    choices: interaction.choices,
    modal: interaction.modal,
    firstResponseMs: interaction.firstResponseMs,
    error: interaction.state === 'failed' ? 'The application did not respond' : undefined,
  });
}

export function whenAnswered(core: Core, interaction: Interaction, patience: Patience = {}): Promise<Reply> {
  const isDone = () => (patience.until === 'first' ? interaction.state !== 'waiting' : isSettled(interaction));
  const what = `an answer to ${interaction.command ?? 'a component'} (it is ${interaction.state})`;
  return whenFound(core.changes, () => (isDone() ? replyOf(interaction) : undefined), {
    what,
    timeoutMs: patience.timeoutMs ?? 10_000,
  });
}
