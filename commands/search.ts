import type { Command } from '../src/discord/command.ts';
import { askingCommand, textOption, yesOption } from '../src/discord/command-data.ts';
import { argsOf } from '../src/discord/custom-id.ts';
import { QUERY_MAX, renderSearch } from '../src/discord/render/search.ts';
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
      async answer({ customId, scope, words }, app) {
        const [page, query = ''] = argsOf(customId, 2);
        const answer = await app.search({ scope, query, page: Number(page) });
        return isProblem(answer) ? answer : renderSearch(answer, words, { asked: query, page: Number(page) });
      },
    },
  },
};
