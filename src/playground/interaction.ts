// One interaction: what a person did, and how far the bot has answered it.
import type { Choice, Component, StoredMessage } from './records.ts';
import type { Snowflake } from './snowflake.ts';

/** After this Discord gives up: the person reads that the application did not respond. */
export const RESPONSE_LIMIT_MS = 3000;

/** After this the token is worth nothing. */
export const TOKEN_LIMIT_MS = 15 * 60_000;

export type InteractionState =
  | 'waiting'
  | 'thinking'
  | 'acknowledged'
  | 'replied'
  | 'updated'
  | 'modal'
  | 'choices'
  | 'failed';

export interface Modal {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly Component[];
}

export interface Interaction {
  readonly id: Snowflake;
  readonly token: string;
  /** 2 command, 3 component, 4 autocomplete, 5 modal. */
  readonly type: number;
  readonly userId: Snowflake;
  readonly channelId: Snowflake;
  readonly guildId: Snowflake | undefined;
  /** The command's full name, for commands. */
  readonly command: string | undefined;
  /** The interaction that opened the modal, for its submission. */
  readonly opener: Interaction | undefined;
  /** The message a component or its modal sits on. */
  readonly source: StoredMessage | undefined;
  readonly startedAt: number;
  state: InteractionState;
  /** Milliseconds from the click to the first callback. */
  firstResponseMs: number | undefined;
  /** The message of the reply, or the source once it has been updated. */
  original: StoredMessage | undefined;
  readonly followUps: StoredMessage[];
  choices: readonly Choice[] | undefined;
  modal: Modal | undefined;
  /** Counts what the bot did to it, so that a waiter sees progress. */
  steps: number;
  cancelTimer: () => void;
}

/** Whether the person has something to look at, or knows that nothing will come. */
export function isSettled(interaction: Interaction): boolean {
  if (interaction.state === 'acknowledged') return interaction.steps > 1;
  return interaction.state !== 'waiting' && interaction.state !== 'thinking';
}
