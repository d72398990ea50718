import { describe, expect, test } from 'vitest';
import { digests } from '../../commands/digests.ts';
import { settings } from '../../commands/settings.ts';
import { sources } from '../../commands/sources.ts';
import { status } from '../../commands/status.ts';
import { topics } from '../../commands/topics.ts';
import type { DigestAsk } from '../../src/app.ts';
import type { PressOpening } from '../../src/discord/command.ts';
import { allComponents } from '../../src/playground/components.ts';
import {
  digestLine,
  digestRow,
  digestView,
  NOON,
  run,
  source,
  sourceLine,
  statusAnswer,
  topicRow,
} from '../helpers/answers.ts';
import { ask, shownBy } from '../helpers/ask.ts';
import { fakeApp } from '../helpers/fake-app.ts';

describe('/sources', () => {
  test('add shows what was found and what comes next', async () => {
    const samples = [{ title: 'Bridge reopens', url: 'https://gazette.example/bridge', publishedAt: NOON }];
    const app = fakeApp({
      sources: { add: async () => ({ kind: 'source-added', source: source(), items: 24, samples }) },
    });

    expect(await shownBy(sources.execute(ask({ url: 'gazette.example' }, { sub: 'add' }), app))).toMatchSnapshot();
  });

  test('list tells what fails and why', async () => {
    const lines = [
      sourceLine(),
      sourceLine({ failures: 3, problem: { problem: 'http-status', host: 'courier.example', status: 500 } }),
      sourceLine({ source: source({ paused: true, name: 'Post' }) }),
      sourceLine({ source: source({ name: 'New' }), lastOkAt: undefined }),
    ];

    expect(
      await shownBy(sources.execute(ask({}, { sub: 'list' }), fakeApp({ sources: { list: async () => lines } }))),
    ).toMatchSnapshot();
  });

  test('list of none says how to begin', async () => {
    const shown = await shownBy(
      sources.execute(ask({}, { sub: 'list' }), fakeApp({ sources: { list: async () => [] } })),
    );

    expect(shown).toContain('Add the first with </sources add:1>');
  });

  test('remove and test answer about the source that was given', async () => {
    const app = fakeApp({
      sources: {
        remove: async () => source({ name: 'Gazette *daily*' }),
        test: async ({ source: name }) => ({ problem: 'unknown-source', name, known: ['Gazette', 'Courier'] }),
      },
    });

    expect(await shownBy(sources.execute(ask({ source: '5' }, { sub: 'remove' }), app))).toContain(
      'Removed **Gazette \\*daily\\***',
    );
    expect(await shownBy(sources.execute(ask({ source: 'Gazete' }, { sub: 'test' }), app))).toContain(
      '`Gazette`, `Courier`',
    );
  });

  test('test tells what the feed holds', async () => {
    const tested = {
      kind: 'source-tested',
      url: 'https://gazette.example/feed.xml',
      title: 'Gazette',
      format: 'rss',
      items: 24,
      newestAt: NOON,
      samples: [],
      tookMs: 123.4,
    } as const;

    const shown = await shownBy(
      sources.execute(ask({ source: '5' }, { sub: 'test' }), fakeApp({ sources: { test: async () => tested } })),
    );

    expect(shown).toContain('This feed works: RSS, 24 entries, read in 123 ms.');
  });
});

describe('/sources that there are', () => {
  test('pause and resume tell which', async () => {
    const app = fakeApp({
      sources: { pause: async () => source({ name: 'Gazette' }), resume: async () => source({ name: 'Gazette' }) },
    });

    expect(await shownBy(sources.execute(ask({ source: '5' }, { sub: 'pause' }), app))).toContain(
      'Paused **Gazette**. It is not read until </sources resume:1>.',
    );
    expect(await shownBy(sources.execute(ask({ source: '5' }, { sub: 'resume' }), app))).toContain(
      '**Gazette** is read again.',
    );
  });

  test('remove offers to undo it', async () => {
    const app = fakeApp({ sources: { remove: async () => source() } });

    expect(await shownBy(sources.execute(ask({ source: '5' }, { sub: 'remove' }), app))).toContain(
      '[Undo](undo-remove:5)',
    );
  });

  test('edit opens a form with what is there', async () => {
    const app = fakeApp({ sources: { get: async () => source({ name: 'Gazette' }) } });

    const form = await sources.opens?.edit?.(ask({ source: '5' }, { sub: 'edit' }), app);

    expect(form).toMatchObject({ custom_id: 'edit-source:5', title: 'Edit source' });
    expect(JSON.stringify(form)).toContain('"value":"Gazette"');
  });

  test('a source that refuses us is said to block bots', async () => {
    const problem = { problem: 'http-status', host: 'gazette.example', status: 403 } as const;
    const app = fakeApp({ sources: { list: async () => [sourceLine({ failures: 1, problem })] } });

    const shown = await shownBy(sources.execute(ask({}, { sub: 'list' }), app));

    expect(shown).toContain('gazette.example answered 403 to us; it may block bots.');
    expect(shown).toContain('[Retry](retry-source:5) [Pause](pause-source:5)');
  });

  test('import counts, and explains what did not work', async () => {
    const failed = { problem: 'not-a-feed', url: 'https://x.example/' } as const;
    const lines = [
      { line: 1, name: 'Gazette', outcome: 'added' },
      { line: 2, name: 'X *bold*', outcome: 'failed', problem: failed },
      { line: 3, name: 'Z', outcome: 'left' },
    ] as const;
    const seen: string[] = [];
    const app = fakeApp({
      sources: {
        importList: async ({ file, onProgress }) => {
          seen.push(file.url);
          onProgress(1, 3);
          return { kind: 'sources-imported', lines };
        },
      },
    });
    const file = { url: 'https://cdn.example/feeds.opml', size: 9 };

    expect(await shownBy(sources.execute(ask({ file: file as never }, { sub: 'import' }), app))).toMatchSnapshot();
    expect(seen).toEqual(['https://cdn.example/feeds.opml']);
  });

  test('export sends the file along', async () => {
    const app = fakeApp({
      sources: {
        exportList: async () => ({ kind: 'sources-exported', fileName: 'sources.opml', text: '<opml/>', count: 3 }),
      },
    });

    const reply = await sources.execute(ask({}, { sub: 'export' }), app);

    expect(reply).toMatchObject({ files: [{ name: 'sources.opml', text: '<opml/>' }] });
    expect(JSON.stringify(reply)).toContain('attachment://sources.opml');
  });
});

describe('/settings', () => {
  test('the form shows what is set, and hands on what was chosen', async () => {
    const asked: object[] = [];
    const app = fakeApp({
      settings: async () => ({
        timezone: 'Asia/Tokyo',
        language: 'ja',
        method: 'lsa',
        alertChannelId: '4',
        muted: 'opera, golf',
        visibility: 'private',
      }),
      saveSettings: async ({ settings: given }) => {
        asked.push(given);
        return { timezone: 'UTC', language: undefined, ...given };
      },
    });
    const chosen: Record<string, string> = { language: 'auto', method: 'default', visibility: 'public' };
    const filled = { ...ask({}), customId: 'settings', text: () => 'UTC', chosen: (name: string) => chosen[name] };

    const form = JSON.stringify(await settings.opens?.['']?.(ask({}), app));
    const saved = await shownBy(settings.submits!.settings!(filled, app));

    expect(form).toContain('"value":"Asia/Tokyo"');
    expect(form).toContain('"value":"ja","default":true');
    expect(form).toContain('"value":"opera, golf"');
    expect(form).toContain('"value":"private","default":true');
    expect(form).toContain('"default_values":[{"id":"4","type":"channel"}]');
    expect(asked).toEqual([
      { timezone: 'UTC', language: undefined, alertChannelId: undefined, muted: 'UTC', visibility: 'public' },
    ]);
    expect(saved).toContain('Answers: Everybody in the channel');
    expect(saved).toContain('[Settings (2/2) …](more-settings)');
    expect(saved).toContain('Alert channel: none');
  });

  test('how summaries are made and how long texts are kept is in a form of its own, and changes nothing else', async () => {
    const asked: object[] = [];
    const app = fakeApp({
      settings: async () => ({ timezone: 'UTC', language: undefined, method: 'lsa' }),
      saveSettings: async ({ settings: given }) => {
        asked.push(given);
        return { timezone: 'UTC', language: undefined, ...given };
      },
    });
    const pressed = { ...ask({}), customId: 'more-settings', beside: [], values: [], text: '' };
    const chosen: Record<string, string> = { method: 'luhn', 'text-days': '7' };
    const filled = { ...ask({}), customId: 'more-settings', text: () => '', chosen: (name: string) => chosen[name] };

    const form = await (settings.presses!['more-settings'] as PressOpening).form(pressed, app);
    const saved = await shownBy(settings.submits!['more-settings']!(filled, app));

    expect(JSON.stringify(form)).toContain('"value":"lsa","default":true');
    expect(JSON.stringify(form)).toContain('"value":"90","default":true');
    expect(asked).toEqual([{ method: 'luhn', textDays: 7 }]);
    expect(saved).toContain('Luhn');
    expect(saved).toContain('Texts are kept: 7 days');
  });

  test('an alert channel in which the bot cannot post is refused', async () => {
    const filled = { ...ask({}, { lacks: () => ['SendMessages'] }), customId: '', text: () => '', chosen: () => '4' };

    expect(await shownBy(settings.submits!.settings!(filled, fakeApp()))).toContain('**Send Messages**');
  });
});

const inputsOf = (form: unknown) =>
  Object.fromEntries(
    (form as { components: { component: { custom_id: string; value?: string } }[] }).components.map(({ component }) => [
      component.custom_id,
      component.value,
    ]),
  );

describe('/topics', () => {
  test('create hands everything on and shows what matches', async () => {
    const asked: object[] = [];
    const app = fakeApp({
      topics: {
        create: async (given) => {
          asked.push(given);
          return { kind: 'topic-created', topic: topicRow({ exclude: 'sport', languages: ['en'] }), matches: 12 };
        },
      },
    });
    const options = { name: 'Harbour', include: 'harbour OR bridge', exclude: 'sport', languages: 'en' };

    const shown = await shownBy(topics.execute(ask(options, { sub: 'create' }), app));

    expect(asked).toEqual([{ owner: '1', ...options, sources: '' }]);
    expect(shown).toMatchSnapshot();
  });

  test('create without words opens a form, which begins with those of the shipped topic of that name', async () => {
    const starter = { name: 'Klima', include: 'Klima OR Dürre', exclude: '', sources: '', languages: '' };
    const app = fakeApp({ topics: { starter: async () => starter } });
    const given = ask({ name: 'starter:climate', exclude: 'Oper' }, { sub: 'create' });

    const form = await topics.opens?.create?.(given, app);

    expect(topics.opensIf?.create?.(given.options)).toBe(true);
    expect(topics.opensIf?.create?.(ask({ name: 'Harbour', include: 'x' }).options)).toBe(false);
    expect(form).toMatchObject({ custom_id: 'save-topic:new', title: 'New topic' });
    expect(inputsOf(form)).toEqual({
      name: 'Klima',
      include: 'Klima OR Dürre',
      exclude: 'Oper',
      sources: undefined,
      languages: undefined,
    });
  });

  test('edit opens a form with all that the topic says', async () => {
    const fields = { name: 'Harbour', include: 'harbour', exclude: 'opera', sources: 'Gazette', languages: 'en, de' };
    const app = fakeApp({ topics: { fields: async () => ({ id: 2 as never, ...fields }) } });

    const form = await topics.opens?.edit?.(ask({ topic: '2' }, { sub: 'edit' }), app);

    expect(form).toMatchObject({ custom_id: 'save-topic:2', title: 'Edit topic' });
    expect(inputsOf(form)).toEqual(fields);
  });

  test('a wrong query comes back with what is wrong and where, and the form opens again with nothing lost', async () => {
    const fields: Record<string, string> = {
      name: 'Har`bour',
      include: 'harbour OR\n(bridge',
      exclude: '*opera* <@1>',
      sources: '',
      languages: 'en',
    };
    const problem = { problem: 'bad-query', input: 'harbour OR (bridge', at: 11, reason: 'open-bracket' } as const;
    const app = fakeApp({ topics: { edit: async () => problem } });
    const filled = {
      ...ask({}),
      customId: 'save-topic:2',
      text: (name: string) => fields[name] ?? '',
      chosen: () => undefined,
    };

    const shown = await shownBy(topics.submits!['save-topic']!(filled, app));
    const message = (await topics.submits!['save-topic']!(filled, app)) as { components: object[] };
    const parts = allComponents(message.components as never);
    const again = parts.flatMap(({ custom_id }) => custom_id ?? [])[0] as string;
    const press = topics.presses!['topic-again']!;
    const text = parts.flatMap(({ content }) => content ?? []).join('\n');
    const form = await (press as PressOpening).form(
      { ...ask({}), customId: again, beside: [], values: [], text },
      fakeApp(),
    );

    expect(shown).toContain('a bracket is not closed, here: `…(bridge`');
    expect(shown).toContain('[Edit again](topic-again:2:0124)');
    expect(form).toMatchObject({ custom_id: 'save-topic:2' });
    expect(inputsOf(form)).toEqual({ ...fields, name: "Har'bour", include: 'harbour OR (bridge', sources: undefined });
  });

  test('test leads to near misses and to matches where there are any, and counts no nothing', async () => {
    const one = {
      ...{ title: 'Bridge', url: undefined, source: 'Gazette', at: 0, score: 3 },
      ...{ fits: [], found: [], gaps: [], others: 0 },
    };
    const shown = async (matched: number, near: number) => {
      const halves = { matched: Array(matched).fill(one), near: Array(near).fill(one) };
      const app = fakeApp({ topics: { test: async () => ({ kind: 'topic-test', topic: topicRow(), ...halves }) } });
      return shownBy(topics.execute(ask({ topic: '2' }, { sub: 'test' }), app));
    };

    expect(await shown(1, 2)).toContain('[2 near misses](topic-test:near:0:2)');
    expect(await shown(1, 0)).not.toContain('near');
    expect(await shown(0, 0)).toContain('-# last 7 days\nNo article of the last 7 days matches.\n[Edit topic]');
  });

  test('list and delete', async () => {
    const app = fakeApp({
      topics: { list: async () => [{ topic: topicRow(), matches: 3 }], remove: async () => topicRow() },
    });

    expect(await shownBy(topics.execute(ask({}, { sub: 'list' }), app))).toMatchSnapshot();
    expect(await shownBy(topics.execute(ask({ topic: '2' }, { sub: 'delete' }), app))).toContain(
      'Deleted the topic **Harbour**',
    );
  });
});

describe('/digests', () => {
  test('create takes the product’s defaults', async () => {
    const asked: DigestAsk[] = [];
    const app = fakeApp({
      digests: {
        create: async (given) => {
          asked.push(given);
          return digestRow();
        },
      },
    });

    const shown = await shownBy(digests.execute(ask({ channel: '4', at: '08:00' }, { sub: 'create' }), app));

    expect(asked).toEqual([
      {
        owner: '1',
        channelId: '4',
        topics: undefined,
        at: '08:00',
        cron: undefined,
        days: undefined,
        timezone: undefined,
        stories: 8,
        style: 'brief',
        pingRoleId: undefined,
        silent: true,
        thread: 'none',
        publish: false,
        ifEmpty: 'skip',
        name: undefined,
      },
    ]);
    expect(shown).toMatchSnapshot();
  });

  test('create asks for the permissions that the choices need, and names what is missing', async () => {
    const needed: object[] = [];
    const given = ask(
      { channel: '4', at: '08:00', thread: 'each', ping: '9' },
      {
        sub: 'create',
        lacks: (channelId, needs) => {
          needed.push({ channelId, ...needs });
          return ['CreatePublicThreads', 'MentionEveryone'];
        },
      },
    );

    const shown = await shownBy(digests.execute(given, fakeApp()));

    expect(needed).toEqual([{ channelId: '4', thread: true, pingRoleId: '9' }]);
    expect(shown).toContain('**Create Public Threads** and **Mention All Roles**');
  });

  test('preview shows the digest to the asker alone and pings nobody', async () => {
    const app = fakeApp({ digests: { preview: async () => digestView({ pingRoleId: '9', more: 2 }) } });

    const shown = await shownBy(digests.execute(ask({ digest: '3' }, { sub: 'preview' }), app));

    expect(shown).toMatchSnapshot();
    expect(shown).not.toContain('<@&9>');
  });

  test('a preview of what is not new says so', async () => {
    const shownOf = (sample: boolean) =>
      shownBy(
        digests.execute(
          ask({ digest: '3' }, { sub: 'preview' }),
          fakeApp({ digests: { preview: async () => digestView({ sample }) } }),
        ),
      );

    expect(await shownOf(true)).toContain('Nothing is new right now');
    expect(await shownOf(false)).not.toContain('Nothing is new');
  });

  test.each([
    ['run', 'Posting **Morning news** to <#400000000000000001> now.'],
    ['pause', 'Paused **Morning news**.'],
    ['resume', '**Morning news** is on again. Next post: <t:1795266000:f>'],
    ['delete', 'Deleted the digest **Morning news**.'],
  ])('%s', async (sub, expected) => {
    const changed = async () => digestRow();
    const app = fakeApp({ digests: { run: changed, pause: changed, resume: changed, remove: changed } });

    expect(await shownBy(digests.execute(ask({ digest: '3' }, { sub }), app))).toContain(expected);
  });

  test('list shows when, where and what went wrong last', async () => {
    const lastProblem = JSON.stringify({ problem: 'cannot-post', channelId: '4', missing: ['SendMessages'] });
    const lines = [
      digestLine({ topicNames: ['Harbour'] }),
      digestLine({
        digest: digestRow({
          name: 'Evening',
          schedule: { kind: 'cron', cron: '0 18 * * 1-5', timezone: 'Asia/Tokyo' },
          paused: true,
          dueAt: undefined,
          lastProblem,
        }),
      }),
    ];

    expect(
      await shownBy(digests.execute(ask({}, { sub: 'list' }), fakeApp({ digests: { list: async () => lines } }))),
    ).toMatchSnapshot();
  });

  test('history tells what became of each run', async () => {
    const story = { storyId: 1 as never, articleIds: [], update: false };
    const runs = [run({ state: 'sent', stories: [story, story] }), run({ late: true }), run({ state: 'failed' })];
    const app = fakeApp({ digests: { history: async () => ({ digest: digestRow(), runs }) } });

    expect(await shownBy(digests.execute(ask({ digest: '3' }, { sub: 'history' }), app))).toMatchSnapshot();
  });
});

describe('/status', () => {
  test('is short when all is well', async () => {
    expect(await shownBy(status.execute(ask({}), fakeApp({ status: async () => statusAnswer() })))).toMatchSnapshot();
  });

  test('names an alert channel in which the bot cannot post', async () => {
    const settings = async () => ({ timezone: 'UTC', language: undefined, alertChannelId: '77' });
    const app = fakeApp({ status: async () => statusAnswer({ digests: [] }), settings });

    const shown = await shownBy(status.execute(ask({}, { lacks: () => ['SendMessages'] }), app));

    expect(shown).toContain('In <#77> I lack: **Send Messages**.');
  });

  test('names what fails and what is missing, with the way to mend it', async () => {
    const failing = [sourceLine({ failures: 2, problem: { problem: 'timeout', host: 'slow.example', seconds: 20 } })];
    const app = fakeApp({ status: async () => statusAnswer({ sources: { ok: 1, failing, waiting: 0, paused: 0 } }) });

    expect(await shownBy(status.execute(ask({}, { lacks: () => ['SendMessages'] }), app))).toMatchSnapshot();
  });
});
