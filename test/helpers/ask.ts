// An ask as a command gets it, with the options that a test gives, and the reply as text.

import type { Ask, Reply } from '../../src/discord/command.ts';
import type { Message } from '../../src/discord/render/message.ts';
import { renderProblem } from '../../src/discord/render/problem.ts';
import { isProblem } from '../../src/errors.ts';
import { guildScope, type Owner } from '../../src/scope.ts';
import { wordsFor } from '../../src/words.ts';
import { readable } from './readable.ts';

const mention = (command: string): string => `</${command}:1>`;

export function ask(options: Readonly<Record<string, string | number | boolean>>, change: Partial<Ask> = {}): Ask {
  const value = (name: string) => options[name] as never;
  return {
    sub: '',
    options: { string: value, integer: value, boolean: value, id: value, file: value },
    userId: '7',
    scope: guildScope('1'),
    owner: '1' as Owner,
    words: wordsFor('en'),
    private: false,
    mayManage: false,
    mention,
    target: undefined,
    lacks: () => [],
    progress: () => undefined,
    ...change,
  };
}

export async function shownBy(reply: Promise<Reply>): Promise<string> {
  const shown = await reply;
  if (isProblem(shown)) return readable(renderProblem(shown, wordsFor('en'), mention));
  return [shown]
    .flat()
    .map((message) => readable(message as Message))
    .join('\n\n');
}
