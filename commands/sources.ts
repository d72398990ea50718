import type { App } from '../src/app.ts';
import type { Ask, Command, Pressed, Reply } from '../src/discord/command.ts';
import { fileOption, managingCommand, textOption } from '../src/discord/command-data.ts';
import { argsOf } from '../src/discord/custom-id.ts';
import { renderImported, renderImporting } from '../src/discord/render/import.ts';
import {
  renderSourceAdded,
  renderSourceEdited,
  renderSourcePaused,
  renderSourceRemoved,
  renderSourceRestored,
  renderSourceResumed,
  renderSources,
  renderSourcesExported,
  renderSourceTested,
  sourceForm,
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
    test: [which],
    pause: [which],
    resume: [which],
    edit: [which],
    remove: [which],
    starter: [textOption('pack', { required: true, autocomplete: true, max: 100 })],
    import: [fileOption('file', { required: true })],
    export: [textOption('format', { choices: ['opml', 'json'] })],
  }),
  manages: true,
  private: true,

  execute: (ask, app) => VERBS[ask.sub as keyof typeof VERBS](ask, app),

  complete: ({ option, owner, typed }, app) => {
    if (option === 'pack') return app.complete.packs(typed);
    return option === 'topic' ? app.complete.topics(owner, typed) : app.complete.sources(owner, typed);
  },

  opens: {
    edit: async (ask, app) => {
      const source = await app.sources.get(sourceOf(ask));
      return isProblem(source) ? source : sourceForm(source, ask.words);
    },
  },

  submits: {
    'edit-source': async ({ customId, owner, text, words }, app) => {
      const [source = ''] = argsOf(customId, 1);
      const edited = await app.sources.edit({ owner, source, name: text('name'), url: text('url') });
      return isProblem(edited) ? edited : renderSourceEdited(edited, words);
    },
  },

  presses: {
    'undo-remove': { to: 'update', manages: true, answer: async (pressed, app) => undo(pressed, app) },
    'retry-source': {
      to: 'reply',
      manages: true,
      async answer({ customId, owner, words }, app) {
        const [source = ''] = argsOf(customId, 1);
        const tested = await app.sources.retry({ owner, source });
        return isProblem(tested) ? tested : renderSourceTested(tested, words);
      },
    },
    'pause-source': {
      to: 'reply',
      manages: true,
      async answer({ customId, owner, words, mention }, app) {
        const [source = ''] = argsOf(customId, 1);
        const paused = await app.sources.pause({ owner, source });
        return isProblem(paused) ? paused : renderSourcePaused(paused, words, mention);
      },
    },
  },
};

async function undo({ customId, owner, words }: Pressed, app: App): Promise<Reply> {
  const [source = ''] = argsOf(customId, 1);
  const restored = await app.sources.undoRemove({ owner, source });
  return isProblem(restored) ? restored : renderSourceRestored(restored, words);
}

function sourceOf({ options, owner }: Ask) {
  return { owner, source: options.string('source') ?? '' };
}

const VERBS = {
  async add({ options, owner, words, mention }: Ask, app: App): Promise<Reply> {
    const [name, topic] = [options.string('name'), options.string('topic')];
    const added = await app.sources.add({ owner, url: options.string('url') ?? '', name, topic });
    return isProblem(added) ? added : renderSourceAdded(added, words, mention);
  },

  async list({ owner, words, mention }: Ask, app: App): Promise<Reply> {
    return renderSources(await app.sources.list(owner), words, mention);
  },

  async test(ask: Ask, app: App): Promise<Reply> {
    const tested = await app.sources.test(sourceOf(ask));
    return isProblem(tested) ? tested : renderSourceTested(tested, ask.words);
  },

  async pause(ask: Ask, app: App): Promise<Reply> {
    const paused = await app.sources.pause(sourceOf(ask));
    return isProblem(paused) ? paused : renderSourcePaused(paused, ask.words, ask.mention);
  },

  async resume(ask: Ask, app: App): Promise<Reply> {
    const resumed = await app.sources.resume(sourceOf(ask));
    return isProblem(resumed) ? resumed : renderSourceResumed(resumed, ask.words);
  },

  async remove(ask: Ask, app: App): Promise<Reply> {
    const removed = await app.sources.remove(sourceOf(ask));
    return isProblem(removed) ? removed : renderSourceRemoved(removed, ask.words);
  },

  async import({ options, owner, words, mention, progress }: Ask, app: App): Promise<Reply> {
    const file = options.file('file');
    if (file === undefined) return { problem: 'not-a-list' };
    const onProgress = (done: number, total: number): void => progress(() => renderImporting(done, total, words));
    const imported = await app.sources.importList({ owner, file, onProgress });
    return isProblem(imported) ? imported : renderImported(imported, words, mention);
  },

  async starter({ options, owner, words, mention, progress }: Ask, app: App): Promise<Reply> {
    const onProgress = (done: number, total: number): void => progress(() => renderImporting(done, total, words));
    const added = await app.sources.addPack({ owner, pack: options.string('pack') ?? '', onProgress });
    return isProblem(added) ? added : renderImported(added, words, mention);
  },

  async export({ options, owner, words }: Ask, app: App): Promise<Reply> {
    const format = options.string('format') === 'json' ? 'json' : 'opml';
    const exported = await app.sources.exportList({ owner, format });
    return isProblem(exported) ? exported : renderSourcesExported(exported, words);
  },
};
