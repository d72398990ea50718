import type { App } from '../src/app.ts';
import type { Ask, Command, Pressed, Reply } from '../src/discord/command.ts';
import { askingCommand, textOption, yesOption } from '../src/discord/command-data.ts';
import { argsOf } from '../src/discord/custom-id.ts';
import { renderTopic, TOPIC_NAME_MAX } from '../src/discord/render/topic.ts';
import { isProblem } from '../src/errors.ts';
import { SINCE, type Since } from '../src/stories/answer.ts';

const SORTS = ['top', 'newest'] as const;
type Sort = (typeof SORTS)[number];

export const topic: Command = {
  data: askingCommand('topic', [
    textOption('name', { required: true, autocomplete: true, max: TOPIC_NAME_MAX }),
    textOption('since', { choices: Object.keys(SINCE) }),
    textOption('sort', { choices: SORTS }),
    yesOption('private'),
  ]),
  manages: false,
  private: false,

  async execute(ask: Ask, app) {
    const name = ask.options.string('name') ?? '';
    const since = (ask.options.string('since') ?? '7d') as Since;
    const sort = (ask.options.string('sort') ?? 'top') as Sort;
    const answer = await app.topic({ scope: ask.scope, name, since, sort });
    return isProblem(answer) ? answer : renderTopic(answer, ask.words, { asked: name, page: 0 });
  },

  /** This server's topics, then what its news is about. */
  async complete({ owner, scope, typed }, app) {
    const topics = await app.complete.topics(owner, typed);
    if (typed.trim() === '' && topics.length > 0) return topics;
    const names = await app.complete.queries(scope, typed);
    return [...topics, ...names.filter(({ value }) => value.length <= TOPIC_NAME_MAX)].slice(0, 25);
  },

  presses: {
    topic: { to: 'update', answer: async (pressed, app) => turnPage(pressed, app) },
    /** Of a topic of the server, by its number. */
    'topic-page': { to: 'update', answer: async (pressed, app) => turnPage(pressed, app, { ofTopic: true }) },
  },
};

async function turnPage(
  { customId, scope, words }: Pressed,
  app: App,
  of?: { readonly ofTopic: true },
): Promise<Reply> {
  const [number, since = '', sort, name = ''] = argsOf(customId, 4);
  if (!(since in SINCE)) return { problem: 'expired' };
  const page = Number(number);
  const answer = await app.topic({ scope, name, ...of, since: since as Since, sort: sort as Sort, page });
  return isProblem(answer) ? answer : renderTopic(answer, words, { asked: name, page });
}
