import { DiscordAPIError as ApiError, type DiscordAPIError } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { App } from '../../src/app.ts';
import { createDispatch, type DispatchParts } from '../../src/discord/dispatch.ts';
import type { Answered } from '../../src/discord/turn.ts';
import { silentLog } from '../../src/log.ts';
import { digestStory, digestView, NOON, searchHit, source, summaryAnswer, topicAnswer } from '../helpers/answers.ts';
import { fakeApp } from '../helpers/fake-app.ts';
import { type FakeInteraction, fakeCommand, fakePress, fakeSubmit, fakeTyping } from '../helpers/fake-interaction.ts';
import { readable } from '../helpers/readable.ts';

function dispatchTo(app: App, change: Partial<DispatchParts> = {}) {
  const mention = (command: string) => `</${command}:1>`;
  const parts = { commands, app, log: silentLog, now: () => NOON, mention, ...change };
  const dispatch = createDispatch(parts);
  return async (fake: FakeInteraction) => {
    await dispatch(fake.interaction);
    return fake;
  };
}

const verbs = (fake: FakeInteraction) => fake.done.map(({ verb }) => verb);

describe('acknowledging', () => {
  test('comes before the App is asked anything', async () => {
    const fake = fakeCommand({ name: 'summary', options: { of: 'bridge' } });
    let before: readonly string[] = [];
    const app = fakeApp({
      summary: async () => {
        before = verbs(fake);
        return summaryAnswer();
      },
    });

    await dispatchTo(app)(fake);

    expect(before).toEqual(['deferReply']);
    expect(verbs(fake)).toEqual(['deferReply', 'editReply']);
  });

  test.each([
    [{ name: 'summary', options: { of: 'x' } }, false],
    [{ name: 'summary', options: { of: 'x', private: true } }, true],
    [{ name: 'search', options: { query: 'x' } }, true],
    [{ name: 'search', options: { query: 'x', private: false } }, false],
    [{ name: 'help' }, true],
    [{ name: 'sources', sub: 'list' }, true],
  ])('%o is private: %s', async (given, expected) => {
    const app = fakeApp({
      summary: async () => summaryAnswer(),
      search: async () => ({ kind: 'search', query: 'x', hits: [], corrected: undefined }),
      sources: { list: async () => [] },
    });

    const { done } = await dispatchTo(app)(fakeCommand(given));

    expect(done[0]).toMatchObject({ verb: 'deferReply', private: expected });
  });

  test('tells how long it took', async () => {
    let time = NOON;
    const seen: Answered[] = [];
    const app = fakeApp({
      summary: async () => {
        time += 250;
        return summaryAnswer();
      },
    });
    const dispatch = dispatchTo(app, { now: () => time, observe: (answered) => seen.push(answered) });

    await dispatch(fakeCommand({ name: 'summary', options: { of: 'x' } }));

    expect(seen).toEqual([{ name: 'summary', outcome: 'answered', acknowledgedMs: 0, tookMs: 250 }]);
  });
});

describe('who may', () => {
  test('a command that manages is refused to members without Manage Server, whatever Discord let through', async () => {
    const fake = fakeCommand({ name: 'sources', sub: 'list', permissions: 0n });

    await dispatchTo(fakeApp())(fake);

    expect(readable(fake.shown())).toContain('needs the permission Manage Server');
    expect(fake.done[0]?.private).toBe(true);
  });

  test.each([{ guildId: null }, { userInstalled: true }])(
    'a command that manages is refused where there is no server of the bot: %o',
    async (where) => {
      const fake = fakeCommand({ name: 'digests', sub: 'list', ...where });

      await dispatchTo(fakeApp())(fake);

      expect(readable(fake.shown())).toContain('in servers only');
    },
  );

  test.each([
    [{}, ['100000000000000001']],
    [{ guildId: null }, ['@starter']],
    [{ userInstalled: true }, ['@starter']],
  ])('%o asks in the scope of %o', async (where, owners) => {
    let asked: readonly string[] = [];
    const app = fakeApp({
      latest: async ({ scope }) => {
        asked = scope.owners;
        return { kind: 'latest', of: [], articles: [] };
      },
    });

    await dispatchTo(app)(fakeCommand({ name: 'latest', ...where }));

    expect(asked).toEqual(owners);
  });

  test.each([
    'retry-source:5',
    'pause-source:5',
    'undo-remove:5',
    'take-out',
    'put-back:a5',
    'topic-test:near:0:5',
    'edit-topic:5',
    'topic-again:5:0',
    'more-settings',
  ])('the button %s is refused to members without Manage Server, wherever it stands', async (customId) => {
    const fake = fakePress({ customId, permissions: 0n });

    await dispatchTo(fakeApp())(fake);

    expect(readable(fake.shown())).toContain('needs the permission Manage Server');
    expect(fake.done[0]).toMatchObject({ verb: 'deferReply', private: true });
  });

  test('a form is neither opened nor taken without Manage Server', async () => {
    const asked = fakeCommand({ name: 'settings', permissions: 0n });
    const filled = fakeSubmit({ customId: 'settings', fields: { timezone: 'UTC' }, permissions: 0n });

    await dispatchTo(fakeApp())(asked);
    await dispatchTo(fakeApp())(filled);

    expect(verbs(asked)).toEqual(['deferReply', 'editReply']);
    expect(readable(filled.shown())).toContain('needs the permission Manage Server');
  });

  test('completions of commands that manage are empty without Manage Server', async () => {
    const fake = fakeTyping({ name: 'sources', sub: 'remove', option: 'source', typed: '', permissions: 0n });

    await dispatchTo(fakeApp())(fake);

    expect(fake.done).toEqual([{ verb: 'respond', body: [], private: false }]);
  });
});

describe('forms', () => {
  test('are the first answer themselves, and what is wrong is said in their place', async () => {
    const opened = fakeCommand({ name: 'sources', sub: 'edit', options: { source: '5' } });
    const wrong = fakeCommand({ name: 'sources', sub: 'edit', options: { source: '6' } });
    const app = fakeApp({
      sources: {
        get: async ({ source: typed }) =>
          typed === '5' ? source() : { problem: 'unknown-source', name: typed, known: [] },
      },
    });

    await dispatchTo(app)(opened);
    await dispatchTo(app)(wrong);

    expect(verbs(opened)).toEqual(['showModal']);
    expect(opened.done[0]?.body).toMatchObject({ custom_id: 'edit-source:5' });
    expect(wrong.done).toMatchObject([{ verb: 'reply', private: true }]);
  });

  test('that broke are apologized for', async () => {
    const fake = fakeCommand({ name: 'sources', sub: 'edit', options: { source: '5' } });

    await dispatchTo(fakeApp())(fake);

    expect(fake.done).toMatchObject([{ verb: 'reply', private: true }]);
  });

  test('that were filled in are acknowledged, then answered in the language of the server', async () => {
    const fields = { name: 'Insel', url: 'https://insel.example/feed' };
    const fake = fakeSubmit({ customId: 'edit-source:5', fields });
    const app = fakeApp({
      settings: async () => ({ timezone: 'UTC', language: 'de' }),
      sources: { edit: async ({ name }) => source({ name }) },
    });

    await dispatchTo(app)(fake);

    expect(verbs(fake)).toEqual(['deferReply', 'editReply']);
    expect(readable(fake.shown())).toContain('**Insel** ist gespeichert.');
  });

  test('of which nobody knows any more say so kindly', async () => {
    const fake = fakeSubmit({ customId: 'gone:1', fields: {} });

    await dispatchTo(fakeApp())(fake);

    expect(readable(fake.shown())).toContain('no longer here');
  });
});

describe('progress', () => {
  test('of a long import is shown now and then, and the report takes its place', async () => {
    let now = NOON;
    const fake = fakeCommand({ name: 'sources', sub: 'import', options: { file: { url: 'u', size: 1 } as never } });
    const app = fakeApp({
      sources: {
        importList: async ({ onProgress }) => {
          for (const done of [1, 2, 3, 4]) {
            now += 900;
            onProgress(done, 4);
          }
          return { kind: 'sources-imported', lines: [{ line: 1, name: 'Gazette', outcome: 'added' }] };
        },
      },
    });

    await dispatchTo(app, { now: () => now })(fake);

    expect(verbs(fake)).toEqual(['deferReply', 'editReply', 'editReply']);
    expect(readable(fake.done[1]?.body as never)).toContain('Importing: 3 of 4');
    expect(readable(fake.shown())).toContain('Added: 1');
  });
});

describe('what goes wrong', () => {
  test('a problem is told in words', async () => {
    const app = fakeApp({ summary: async () => ({ problem: 'timeout', host: 'slow.example', seconds: 20 }) });

    const fake = await dispatchTo(app)(fakeCommand({ name: 'summary', options: { of: 'https://slow.example' } }));

    expect(readable(fake.shown())).toContain('slow.example took longer than 20 seconds');
  });

  test('an exception is logged with a reference, and only the reference is shown', async () => {
    const lines: string[] = [];
    const log = { ...silentLog, debug: () => {}, error: (fields: object) => lines.push(JSON.stringify(fields)) };
    const app = fakeApp({
      latest: async () => {
        throw new Error('SELECT secret FROM table');
      },
    });

    const fake = await dispatchTo(app, { log: log as never })(fakeCommand({ name: 'latest' }));

    const shown = readable(fake.shown());
    const reference = /`([0-9a-f]{8})`/.exec(shown)?.[1];
    expect(shown).not.toContain('secret');
    expect(lines[0]).toContain(String(reference));
  });

  test('an interaction that Discord no longer knows is not answered', async () => {
    const fake = fakeCommand({ name: 'help' });
    Object.assign(fake.interaction, {
      deferReply: async () => {
        throw gone();
      },
    });

    await dispatchTo(fakeApp())(fake);

    expect(fake.done).toEqual([]);
  });

  test('the sixth ask within 30 seconds is asked to wait, until the first is 30 seconds old', async () => {
    let time = NOON;
    const dispatch = dispatchTo(fakeApp({ latest: async () => ({ kind: 'latest', of: [], articles: [] }) }), {
      now: () => time,
    });
    const ask = async () => readable((await dispatch(fakeCommand({ name: 'latest' }))).shown());
    for (let i = 0; i < 5; i++) expect(await ask()).toContain('Nothing has come in');
    time += 20_000;

    expect(await ask()).toContain('give me 10 seconds');
    time += 10_000;
    expect(await ask()).toContain('Nothing has come in');
  });

  test('a button of which nobody knows any more says so kindly', async () => {
    const fake = fakePress({ customId: 'bygone:1' });

    await dispatchTo(fakeApp())(fake);

    expect(fake.done[0]).toMatchObject({ verb: 'deferReply', private: true });
    expect(readable(fake.shown())).toContain('no longer here');
  });
});

describe('buttons', () => {
  const app = fakeApp({ summary: async ({ length }) => summaryAnswer({ length }) });

  test('change the message of the person who asked', async () => {
    const fake = await dispatchTo(app)(fakePress({ customId: 'summary:long:s12' }));

    expect(verbs(fake)).toEqual(['deferUpdate', 'editReply']);
  });

  test('answer anybody else privately and leave the message alone', async () => {
    const fake = await dispatchTo(app)(fakePress({ customId: 'summary:long:s12', askedBy: '999999999999999999' }));

    expect(fake.done[0]).toMatchObject({ verb: 'deferReply', private: true });
  });

  test('share a private answer with everybody, without its button Share', async () => {
    const fake = await dispatchTo(app)(fakePress({ customId: 'share:normal:s12', isEphemeral: true }));

    expect(fake.done[0]).toMatchObject({ verb: 'deferReply', private: false });
    expect(readable(fake.shown())).toContain('Shared by <@200000000000000001>');
    expect(readable(fake.shown())).not.toContain('share:');
  });

  test('keep the message when what it leads to is gone, and say so beside it', async () => {
    const lost = fakeApp({ summary: async () => ({ problem: 'nothing-found', query: 's12' }) });

    const fake = await dispatchTo(lost)(fakePress({ customId: 'summary:long:s12' }));

    expect(verbs(fake)).toEqual(['deferUpdate', 'followUp']);
    expect(fake.done[1]?.private).toBe(true);
    expect(readable(fake.shown())).toContain('no longer here');
  });

  test('turn to another page with nothing but what the button says', async () => {
    const asked: object[] = [];
    const pages = fakeApp({
      topic: async (ask) => {
        asked.push(ask);
        return topicAnswer(12);
      },
    });

    const fake = await dispatchTo(pages)(fakePress({ customId: 'topic:1:30d:newest:"port: news" OR ferry' }));

    expect(asked).toEqual([
      {
        scope: { owners: ['100000000000000001'] },
        name: '"port: news" OR ferry',
        since: '30d',
        sort: 'newest',
        page: 1,
      },
    ]);
    expect(readable(fake.shown())).toContain('Page 2 of 2');
  });
});

describe('completions', () => {
  test('are at most 25, bounded, and without values that Discord would refuse', async () => {
    const many = Array.from({ length: 40 }, (_, i) => ({
      name: 'n'.repeat(150),
      value: i === 0 ? 'v'.repeat(101) : `s${i}`,
    }));
    const fake = fakeTyping({ name: 'summary', option: 'of', typed: 'bridge' });

    await dispatchTo(fakeApp({ complete: { stories: async () => many } }))(fake);

    const choices = fake.done[0]?.body as { name: string; value: string }[];
    expect(choices).toHaveLength(25);
    expect(choices[0]?.value).toBe('s1');
    expect(Math.max(...choices.map(({ name }) => name.length))).toBeLessThanOrEqual(100);
  });

  test('are empty rather than late', async () => {
    const never = fakeApp({ complete: { stories: () => new Promise(() => {}) } });
    const fake = fakeTyping({ name: 'summary', option: 'of', typed: 'bridge' });

    await dispatchTo(never, { completeWithinMs: 5 })(fake);

    expect(fake.done[0]).toMatchObject({ verb: 'respond', body: [] });
  });

  test('are empty when they break', async () => {
    const broken = fakeApp({
      complete: {
        stories: async () => {
          throw new Error('no');
        },
      },
    });
    const fake = fakeTyping({ name: 'summary', option: 'of', typed: 'bridge' });

    await dispatchTo(broken)(fake);

    expect(fake.done[0]).toMatchObject({ verb: 'respond', body: [] });
  });
});

test('several messages follow one another, all as private as the first', async () => {
  const sentence = { text: 'A long sentence of one story. '.repeat(20), cites: [] };
  const stories = Array.from({ length: 15 }, () => digestStory({ sentences: [sentence, sentence, sentence] }));
  const view = digestView({ style: 'full', stories });

  const fake = await dispatchTo(fakeApp({ digests: { preview: async () => view } }))(
    fakeCommand({ name: 'digests', sub: 'preview', options: { digest: '3' } }),
  );

  expect(verbs(fake).slice(0, 3)).toEqual(['deferReply', 'editReply', 'followUp']);
  expect(fake.done.slice(2).every(({ private: isPrivate }) => isPrivate)).toBe(true);
});

function gone(): DiscordAPIError {
  const body = { code: 10_062, message: 'Unknown interaction' };
  return new ApiError(body, 10_062, 404, 'POST', 'http://127.0.0.1/callback', { body: undefined, files: undefined });
}

test.each([
  ['a pasted headline', `${'harbour bridge '.repeat(11)}reopens: at last`],
  ['one that would be cut in a character, or before a blank', `${'x'.repeat(89)}🌉 ${'é'.repeat(80)}`],
  ['one longer than fits', `${'🌉'.repeat(44)} b${'🌊'.repeat(50)}`],
])('the next page of a search is of all that was typed: %s', async (_what, query) => {
  const asked: string[] = [];
  const hits = Array.from({ length: 9 }, () => searchHit());
  const picked: string[] = [];
  const app = fakeApp({
    search: async (given) => {
      asked.push(given.query);
      return { kind: 'search', query: given.query, corrected: undefined, hits };
    },
    summary: async ({ of }) => {
      picked.push(of);
      return summaryAnswer();
    },
  });
  const dispatch = dispatchTo(app);
  const on = (await dispatch(fakeCommand({ name: 'search', options: { query } }))).shown();
  const customId = /"(search:1:[^"]*)"/.exec(JSON.stringify(on))?.[1] ?? '';

  const select = /"(pick:[^"]*)"/.exec(JSON.stringify(on))?.[1] ?? '';

  await dispatch(fakePress({ customId, on, isEphemeral: true }));
  await dispatch(fakePress({ customId: select, values: ['s3'], on, isEphemeral: true }));

  expect(asked).toEqual([query, query.slice(0, 180).toWellFormed()]);
  expect(picked).toEqual(['s3']);
});
