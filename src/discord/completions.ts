// What is offered while somebody types.

import type { AutocompleteInteraction } from 'discord.js';
import type { App, Choice } from '../app.ts';
import type { Log } from '../log.ts';
import { mayManage, serverOf, typingOf } from './asker.ts';
import type { Command } from './command.ts';
import { plainText } from './render/escape.ts';
import type { Mention } from './render/problem.ts';
import { isLost } from './turn.ts';

export interface CompletionParts {
  readonly app: App;
  readonly log: Log;
  readonly mention: Mention;
  readonly completeWithinMs?: number;
}

export async function complete(
  interaction: AutocompleteInteraction,
  command: Command | undefined,
  parts: CompletionParts,
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
async function offered(interaction: AutocompleteInteraction, command: Command, parts: CompletionParts) {
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
