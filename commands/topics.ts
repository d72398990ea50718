import type { App, TopicAsk } from '../src/app.ts';
import type { Ask, Asker, Command, Reply } from '../src/discord/command.ts';
import { managingCommand, textOption } from '../src/discord/command-data.ts';
import { argsOf } from '../src/discord/custom-id.ts';
import type { Modal } from '../src/discord/render/modal.ts';
import { fieldsOf, NEW, readTopicAgain, renderTopicAgain, topicForm } from '../src/discord/render/topic-form.ts';
import { renderTopicTest } from '../src/discord/render/topic-test.ts';
import { renderTopicRemoved, renderTopicSaved, renderTopics } from '../src/discord/render/topics.ts';
import { isProblem, type Problem } from '../src/errors.ts';
import type { TopicFields } from '../src/topics/topic-fields.ts';

const which = textOption('topic', { required: true, autocomplete: true, max: 100 });

export const topics: Command = {
  data: managingCommand('topics', {
    create: [
      textOption('name', { required: true, autocomplete: true, max: 75 }),
      textOption('include', { max: 500 }),
      textOption('exclude', { max: 500 }),
      textOption('sources', { autocomplete: true, max: 1000 }),
      textOption('languages', { max: 100 }),
    ],
    list: [],
    edit: [which],
    test: [which],
    delete: [which],
  }),
  manages: true,
  private: true,

  execute: (ask, app) => VERBS[ask.sub as keyof typeof VERBS](ask, app),

  complete: ({ option, owner, typed, words }, app) => {
    if (option === 'name') return app.complete.starterTopics(typed, words.locale);
    return option === 'sources' ? app.complete.sourceLists(owner, typed) : app.complete.topics(owner, typed);
  },

  opensIf: { create: (options) => options.string('include') === undefined },
  opens: {
    create: async (ask, app) => topicForm(NEW, { ...(await begun(ask, app)), ...typedIn(ask) }, ask.words),
    edit: async (ask, app) => formOf(ask.options.string('topic') ?? '', ask, app),
  },

  submits: {
    'save-topic': async ({ customId, text, ...asker }, app) => {
      const [id = NEW] = argsOf(customId, 1);
      return save(id, fieldsOf(text), asker, app);
    },
  },

  presses: {
    'edit-topic': {
      to: 'form',
      manages: true,
      form: async (pressed, app) => orDeleted(await formOf(argsOf(pressed.customId, 1)[0] ?? '', pressed, app)),
    },
    'topic-test': {
      to: 'update',
      manages: true,
      async answer({ customId, owner, words }, app) {
        const [half, page, topic = ''] = argsOf(customId, 3);
        const test = orDeleted(await app.topics.test({ owner, topic }));
        if (isProblem(test)) return test;
        return renderTopicTest(test, words, { half: half === 'near' ? 'near' : 'matched', page: Number(page) });
      },
    },
    /** The form again, with all that was typed into it. */
    'topic-again': {
      to: 'form',
      manages: true,
      async form({ customId, text, words }) {
        const { id, fields } = readTopicAgain(customId, text);
        return topicForm(id, fields, words);
      },
    },
  },
};

async function formOf(topic: string, { owner, words }: Asker, app: App): Promise<Modal | Problem> {
  const found = await app.topics.fields({ owner, topic });
  return isProblem(found) ? found : topicForm(found.id, found, words);
}

/** Buttons and forms know a topic by its number: one that is not found any more has been deleted. */
function orDeleted<Answer>(answer: Answer | Problem): Answer | Problem {
  return isProblem(answer) && answer.problem === 'unknown-topic' ? { problem: 'topic-deleted' } : answer;
}

/** What the list of shipped topics sends begins so. */
const STARTER = 'starter:';

/** The shipped topic of that name, or its name alone. */
async function begun({ owner, options, words }: Ask, app: App): Promise<TopicFields> {
  return app.topics.starter({ owner, name: options.string('name') ?? '', locale: words.locale });
}

function typedIn({ options }: Ask): Omit<TopicFields, 'name' | 'include'> {
  const typed = (name: string) => options.string(name) ?? '';
  return { exclude: typed('exclude'), sources: typed('sources'), languages: typed('languages') };
}

async function save(id: string, fields: TopicFields, { owner, words, mention }: Asker, app: App): Promise<Reply> {
  const wish: TopicAsk = { owner, ...fields };
  const saved = await (id === NEW ? app.topics.create(wish) : app.topics.edit({ ...wish, topic: id }).then(orDeleted));
  if (isProblem(saved)) return renderTopicAgain(id, saved, fields, words, mention);
  return renderTopicSaved(saved, words, mention);
}

const VERBS = {
  async create(ask: Ask, app: App): Promise<Reply> {
    const typed = ask.options.string('name') ?? '';
    // Words of one's own under the name of a shipped topic.
    const name = typed.startsWith(STARTER) ? (await begun(ask, app)).name : typed;
    return save(NEW, { name, include: ask.options.string('include') ?? '', ...typedIn(ask) }, ask, app);
  },

  async list({ owner, words, mention }: Ask, app: App): Promise<Reply> {
    return renderTopics(await app.topics.list(owner), words, mention);
  },

  async test({ options, owner, words }: Ask, app: App): Promise<Reply> {
    const test = await app.topics.test({ owner, topic: options.string('topic') ?? '' });
    return isProblem(test) ? test : renderTopicTest(test, words, { half: 'matched', page: 0 });
  },

  async delete({ options, owner, words }: Ask, app: App): Promise<Reply> {
    const removed = await app.topics.remove({ owner, topic: options.string('topic') ?? '' });
    return isProblem(removed) ? removed : renderTopicRemoved(removed, words);
  },
};
