import type { App } from '../src/app.ts';
import type { Ask, Command, Reply } from '../src/discord/command.ts';
import { managingCommand, textOption } from '../src/discord/command-data.ts';
import { renderTopicCreated, renderTopicRemoved, renderTopics } from '../src/discord/render/topics.ts';
import { isProblem } from '../src/errors.ts';

export const topics: Command = {
  data: managingCommand('topics', {
    create: [
      textOption('name', { required: true, max: 75 }),
      textOption('include', { max: 500 }),
      textOption('exclude', { max: 500 }),
      textOption('sources', { autocomplete: true, max: 1000 }),
      textOption('languages', { max: 100 }),
    ],
    list: [],
    delete: [textOption('topic', { required: true, autocomplete: true, max: 100 })],
  }),
  manages: true,
  private: true,

  execute: (ask, app) => VERBS[ask.sub as keyof typeof VERBS](ask, app),

  complete: ({ option, owner, typed }, app) =>
    option === 'sources' ? app.complete.sources(owner, typed) : app.complete.topics(owner, typed),
};

const VERBS = {
  async create({ options, owner, words, mention }: Ask, app: App): Promise<Reply> {
    const name = options.string('name') ?? '';
    const [include, exclude] = [options.string('include'), options.string('exclude')];
    const [sources, languages] = [options.string('sources'), options.string('languages')];
    const created = await app.topics.create({ owner, name, include, exclude, sources, languages });
    return isProblem(created) ? created : renderTopicCreated(created, words, mention);
  },

  async list({ owner, words, mention }: Ask, app: App): Promise<Reply> {
    return renderTopics(await app.topics.list(owner), words, mention);
  },

  async delete({ options, owner, words }: Ask, app: App): Promise<Reply> {
    const removed = await app.topics.remove({ owner, topic: options.string('topic') ?? '' });
    return isProblem(removed) ? removed : renderTopicRemoved(removed, words);
  },
};
