import type { App, DigestAsk } from '../src/app.ts';
import { STYLES, type Style } from '../src/digests/digest.ts';
import type { Ask, Command, Options, Reply } from '../src/discord/command.ts';
import {
  channelOption,
  countOption,
  managingCommand,
  roleOption,
  textOption,
  yesOption,
} from '../src/discord/command-data.ts';
import { renderDigest } from '../src/discord/render/digest.ts';
import {
  renderDigestChanged,
  renderDigestCreated,
  renderDigests,
  renderHistory,
} from '../src/discord/render/digests.ts';
import { renderNote } from '../src/discord/render/note.ts';
import { isProblem } from '../src/errors.ts';

const DAYS = ['daily', 'weekdays', 'weekends', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const which = [textOption('digest', { required: true, autocomplete: true, max: 100 })];

export const digests: Command = {
  data: managingCommand('digests', {
    create: [
      channelOption('channel', { required: true }),
      textOption('topics', { autocomplete: true, max: 1000 }),
      textOption('at', { max: 20 }),
      textOption('cron', { max: 100 }),
      textOption('days', { choices: DAYS }),
      textOption('timezone', { autocomplete: true, max: 100 }),
      countOption('stories', 1, 15),
      textOption('style', { choices: STYLES }),
      roleOption('ping'),
      yesOption('silent'),
      textOption('thread', { choices: ['none', 'each'] }),
      yesOption('publish'),
      textOption('if_empty', { choices: ['skip', 'say'] }),
      textOption('name', { max: 100 }),
    ],
    list: [],
    preview: which,
    run: which,
    pause: which,
    resume: which,
    delete: which,
    history: which,
  }),
  manages: true,
  private: true,

  execute: (ask, app) => VERBS[ask.sub as keyof typeof VERBS](ask, app),

  complete: ({ option, owner, typed }, app) => {
    if (option === 'timezone') return app.complete.timeZones(typed);
    return option === 'topics' ? app.complete.topicLists(owner, typed) : app.complete.digests(owner, typed);
  },

  presses: {
    /** "Why these?" under a posted digest. */
    digest: {
      to: 'reply',
      answer: async ({ words }) => renderNote(words.say('digest.why', { update: words.say('digest.update') })),
    },
  },
};

const VERBS = {
  async create(ask: Ask, app: App): Promise<Reply> {
    const wanted = digestAsk(ask);
    const needs = { thread: wanted.thread === 'each', pingRoleId: wanted.pingRoleId };
    const missing = ask.lacks(wanted.channelId, needs);
    if (missing.length > 0) return { problem: 'cannot-post', channelId: wanted.channelId, missing };
    const created = await app.digests.create(wanted);
    return isProblem(created) ? created : renderDigestCreated(created, ask.words, ask.mention);
  },

  async list({ owner, words, mention }: Ask, app: App): Promise<Reply> {
    return renderDigests(await app.digests.list(owner), words, mention);
  },

  async preview(ask: Ask, app: App): Promise<Reply> {
    const view = await app.digests.preview(digestOf(ask));
    if (isProblem(view)) return view;
    return renderDigest(view, ask.words, { silent: true, preview: true, latest: ask.mention('latest') });
  },

  run: (ask: Ask, app: App) => change('running', app.digests.run(digestOf(ask)), ask),
  pause: (ask: Ask, app: App) => change('pausedNow', app.digests.pause(digestOf(ask)), ask),
  resume: (ask: Ask, app: App) => change('resumed', app.digests.resume(digestOf(ask)), ask),
  delete: (ask: Ask, app: App) => change('removed', app.digests.remove(digestOf(ask)), ask),

  async history(ask: Ask, app: App): Promise<Reply> {
    const history = await app.digests.history(digestOf(ask));
    return isProblem(history) ? history : renderHistory(history.digest, history.runs, ask.words);
  },
};

type Change = Parameters<typeof renderDigestChanged>[0];

async function change(kind: Change, changed: ReturnType<App['digests']['run']>, ask: Ask): Promise<Reply> {
  const digest = await changed;
  return isProblem(digest) ? digest : renderDigestChanged(kind, digest, ask.words, ask.mention);
}

function digestOf({ options, owner }: Ask) {
  return { owner, digest: options.string('digest') ?? '' };
}

/** The options with their defaults (PRODUCT's table of commands). */
function digestAsk({ options, owner }: Ask): DigestAsk {
  return {
    owner,
    channelId: options.id('channel') ?? '',
    topics: options.string('topics'),
    at: options.string('at'),
    cron: options.string('cron'),
    days: options.string('days'),
    timezone: options.string('timezone'),
    stories: options.integer('stories') ?? 8,
    style: (options.string('style') ?? 'brief') as Style,
    pingRoleId: options.id('ping'),
    ...postingOf(options),
    name: options.string('name'),
  };
}

function postingOf(options: Options): Pick<DigestAsk, 'silent' | 'thread' | 'publish' | 'ifEmpty'> {
  return {
    silent: options.boolean('silent') ?? true,
    thread: options.string('thread') === 'each' ? 'each' : 'none',
    publish: options.boolean('publish') ?? false,
    ifEmpty: options.string('if_empty') === 'say' ? 'say' : 'skip',
  };
}
