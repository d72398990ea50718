import type { App } from '../src/app.ts';
import type { Ask, Command, Reply } from '../src/discord/command.ts';
import { managingCommand, textOption } from '../src/discord/command-data.ts';
import {
  renderSourceAdded,
  renderSourceRemoved,
  renderSources,
  renderSourceTested,
} from '../src/discord/render/sources.ts';
import { isProblem } from '../src/errors.ts';

const which = textOption('source', { required: true, autocomplete: true, max: 2000 });

export const sources: Command = {
  data: managingCommand('sources', {
    add: [
      textOption('url', { required: true, max: 2000 }),
      textOption('name', { max: 100 }),
      textOption('topic', { autocomplete: true, max: 100 }),
    ],
    list: [],
    remove: [which],
    test: [which],
  }),
  manages: true,
  private: true,

  execute: (ask, app) => VERBS[ask.sub as keyof typeof VERBS](ask, app),

  complete: ({ option, owner, typed }, app) =>
    option === 'topic' ? app.complete.topics(owner, typed) : app.complete.sources(owner, typed),
};

const VERBS = {
  async add({ options, owner, words, mention }: Ask, app: App): Promise<Reply> {
    const [name, topic] = [options.string('name'), options.string('topic')];
    const added = await app.sources.add({ owner, url: options.string('url') ?? '', name, topic });
    return isProblem(added) ? added : renderSourceAdded(added, words, mention);
  },

  async list({ owner, words, mention }: Ask, app: App): Promise<Reply> {
    return renderSources(await app.sources.list(owner), words, mention);
  },

  async remove({ options, owner, words }: Ask, app: App): Promise<Reply> {
    const removed = await app.sources.remove({ owner, source: options.string('source') ?? '' });
    return isProblem(removed) ? removed : renderSourceRemoved(removed.name, words);
  },

  async test({ options, owner, words }: Ask, app: App): Promise<Reply> {
    const tested = await app.sources.test({ owner, source: options.string('source') ?? '' });
    return isProblem(tested) ? tested : renderSourceTested(tested, words);
  },
};
