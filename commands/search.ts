import type { Command } from '../src/discord/command.ts';
import { askingCommand, textOption, yesOption } from '../src/discord/command-data.ts';
import { QUERY_MAX, readSearchAsked, renderSearch } from '../src/discord/render/search.ts';
import { isProblem } from '../src/errors.ts';

export const search: Command = {
  data: askingCommand('search', [
    textOption('query', { required: true, autocomplete: true, max: QUERY_MAX }),
    yesOption('private'),
  ]),
  manages: false,
  private: true,

  async execute({ options, scope, words }, app) {
    const query = options.string('query') ?? '';
    const answer = await app.search({ scope, query });
    return isProblem(answer) ? answer : renderSearch(answer, words, { asked: query, page: 0 });
  },

  complete: (typing, app) => app.complete.queries(typing.scope, typing.typed),

  presses: {
    search: {
      to: 'update',
      async answer({ customId, beside, scope, words }, app) {
        const look = readSearchAsked(customId, beside);
        const answer = await app.search({ scope, query: look.asked, page: look.page });
        return isProblem(answer) ? answer : renderSearch(answer, words, look);
      },
    },
  },
};
