import type { Command } from '../src/discord/command.ts';
import { askingCommand, countOption, textOption } from '../src/discord/command-data.ts';
import { renderLatest } from '../src/discord/render/latest.ts';
import { isProblem } from '../src/errors.ts';

export const latest: Command = {
  data: askingCommand('latest', [
    textOption('topic', { autocomplete: true, max: 100 }),
    textOption('source', { autocomplete: true, max: 100 }),
    countOption('count', 1, 15),
  ]),
  manages: false,
  private: false,

  async execute({ options, scope, words }, app) {
    const [topic, source] = [options.string('topic'), options.string('source')];
    const answer = await app.latest({ scope, topic, source, count: options.integer('count') ?? 10 });
    return isProblem(answer) ? answer : renderLatest(answer, words);
  },

  complete: ({ option, owner, typed }, app) =>
    option === 'topic' ? app.complete.topics(owner, typed) : app.complete.sources(owner, typed),
};
