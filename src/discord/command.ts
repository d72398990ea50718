// What a command is: its definition, what it does, what it offers while somebody types, what its buttons do.

import type { APIApplicationCommandOption, RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import type { App, Choice } from '../app.ts';
import type { Problem } from '../errors.ts';
import type { Owner, Scope } from '../scope.ts';
import type { Words } from '../words.ts';
import type { PostNeeds } from './permissions.ts';
import type { Message } from './render/message.ts';
import type { Modal } from './render/modal.ts';
import type { Mention } from './render/problem.ts';

export type CommandData = RESTPostAPIApplicationCommandsJSONBody & { readonly options?: APIApplicationCommandOption[] };

export type Reply = Message | readonly Message[] | Problem;

/** Who asks, from where, in which language: the same for commands, buttons and completions. */
export interface Asker {
  readonly userId: string;
  readonly scope: Scope;
  /** Whose topics and sources are meant: the server's, or the starter packs'. */
  readonly owner: Owner;
  readonly words: Words;
  /** Only the asker sees the answer. */
  readonly private: boolean;
  /** Has Manage Server in a server of the bot's. */
  readonly mayManage: boolean;
  readonly mention: Mention;
}

/** The options that were given; undefined where one was left out. */
export interface Options {
  string(name: string): string | undefined;
  integer(name: string): number | undefined;
  boolean(name: string): boolean | undefined;
  /** The id of a channel or role. */
  id(name: string): string | undefined;
  /** A file that was given along; its address is Discord's. */
  file(name: string): { readonly url: string; readonly size: number } | undefined;
}

export interface Ask extends Asker {
  /** The subcommand; the empty string where there are none. */
  readonly sub: string;
  readonly options: Options;
  /** Text of the message that a message menu was opened on. */
  readonly target: string | undefined;
  /** Names of the permissions that the bot lacks there. */
  lacks(channelId: string, needs: PostNeeds): readonly string[];
  /** Shows how far it is, now and then; the answer takes its place. */
  progress(render: () => Message): void;
}

/** A form that was filled in: values by the names of its fields. */
export interface Submitted extends Asker {
  readonly customId: string;
  text(name: string): string;
  /** What was chosen in a select, the first if several. */
  chosen(name: string): string | undefined;
  lacks(channelId: string, needs: PostNeeds): readonly string[];
}

export interface Pressed extends Asker {
  readonly customId: string;
  /** The ids of all buttons and selects of the message that carries it. */
  readonly beside: readonly string[];
  /** What was chosen, for a select. */
  readonly values: readonly string[];
  /** The text of the message that carries the button. */
  readonly text: string;
}

export interface Typing extends Asker {
  readonly sub: string;
  /** The option that is being typed, and what is there so far. */
  readonly option: string;
  readonly typed: string;
}

export type Press = PressAnswered | PressOpening;

export interface PressAnswered {
  /** `update` changes the message for whoever asked and answers others privately; `reply` answers privately; `share` answers for all. */
  readonly to: 'update' | 'reply' | 'share';
  /** Needs Manage Server, whoever sees the button. */
  readonly manages?: true;
  answer(pressed: Pressed, app: App): Promise<Reply>;
}

/** Answered with a form. */
export interface PressOpening {
  readonly to: 'form';
  readonly manages?: true;
  form(pressed: Pressed, app: App): Promise<Modal | Problem>;
}

export interface Command {
  readonly data: CommandData;
  /** Needs Manage Server, and a server; checked by the dispatcher, whatever Discord's settings say. */
  readonly manages: boolean;
  /** Only the asker sees the answer, unless the option `private` says otherwise. */
  readonly private: boolean;
  execute(ask: Ask, app: App): Promise<Reply>;
  /** By subcommand ("" where there are none): answered with a form instead, at once, since a form cannot follow an acknowledgement. */
  readonly opens?: Readonly<Record<string, (ask: Ask, app: App) => Promise<Modal | Problem>>>;
  /** By subcommand: whether the form is wanted with these options; always, where nothing is said. */
  readonly opensIf?: Readonly<Record<string, (options: Options) => boolean>>;
  /** By the verb of the form's custom_id: what becomes of it when it was filled in. */
  readonly submits?: Readonly<Record<string, (filled: Submitted, app: App) => Promise<Reply>>>;
  complete?(typing: Typing, app: App): Promise<readonly Choice[]>;
  /** By the verb that their custom_id begins with. */
  readonly presses?: Readonly<Record<string, Press>>;
}
