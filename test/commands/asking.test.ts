import { describe, expect, test } from 'vitest';
import { help } from '../../commands/help.ts';
import { latest } from '../../commands/latest.ts';
import { search } from '../../commands/search.ts';
import { summarizeLinks } from '../../commands/summarize-links.ts';
import { summary } from '../../commands/summary.ts';
import { topic } from '../../commands/topic.ts';
import { trending } from '../../commands/trending.ts';
import type { App } from '../../src/app.ts';
import type { Command, Pressed } from '../../src/discord/command.ts';
import { isProblem } from '../../src/errors.ts';
import { guildScope, type Owner } from '../../src/scope.ts';
import { wordsFor } from '../../src/words.ts';
import {
  articleLine,
  searchHit,
  summaryAnswer,
  topicAnswer,
  trendingAnswer,
  trendingStory,
} from '../helpers/answers.ts';
import { ask, shownBy } from '../helpers/ask.ts';
import { fakeApp } from '../helpers/fake-app.ts';

const press = (command: Command, customId: string, app: App, values: string[] = []) => {
  const verb = customId.split(':')[0] as string;
  const pressed: Pressed = {
    userId: '7',
    scope: guildScope('1'),
    owner: '1' as Owner,
    words: wordsFor('en'),
    private: false,
    mayManage: false,
    mention: (name) => `</${name}:1>`,
    customId,
    beside: [],
    values,
    text: '',
  };
  const found = command.presses?.[verb];
  if (!found || found.to === 'form') throw new Error(`no press ${verb}`);
  return found.answer(pressed, app);
};

describe('/summary', () => {
  test('asks for what was given, at the length that was chosen', async () => {
    const asked: object[] = [];
    const app = fakeApp({
      summary: async (given) => {
        asked.push(given);
        return summaryAnswer();
      },
    });

    await summary.execute(ask({ of: 'https://gazette.example/bridge', length: 'long' }), app);
    await summary.execute(ask({ of: 'bridge' }), app);

    expect(asked).toEqual([
      { scope: guildScope('1'), of: 'https://gazette.example/bridge', length: 'long', person: '7' },
      { scope: guildScope('1'), of: 'bridge', length: 'normal', person: '7' },
    ]);
  });

  test('shows title, facts, cited sentences, sources and buttons', async () => {
    const app = fakeApp({ summary: async () => summaryAnswer({ labels: ['updated'] }) });

    expect(await shownBy(summary.execute(ask({ of: 'bridge' }, { private: true }), app))).toMatchSnapshot();
  });

  test('does not list a single source twice, and offers no lengths that would show the same', async () => {
    const [article] = summaryAnswer().articles;
    const answer = summaryAnswer({
      articles: article ? [article] : [],
      shorter: undefined,
      longer: undefined,
      labels: ['single-source'],
    });

    const shown = await shownBy(summary.execute(ask({ of: 'bridge' }), fakeApp({ summary: async () => answer })));

    expect(shown).toMatchSnapshot();
  });

  test('tells of a story how large it is, how it grew, what of its names the headline does not say, and its topics', async () => {
    const story = {
      ...{ sources: 2, articles: 5, copies: 1, grown: 2, firstAt: 1_000, lastAt: 9_000 },
      names: ['Harbour Bridge', 'Ada Lund', 'toll'],
      topics: ['Roads'],
    };
    const [first, second] = summaryAnswer().articles;
    const answer = summaryAnswer({
      story,
      articles: [first!, { ...second!, isCopy: true }],
      picture: { url: 'https://gazette.example/bridge.jpg', source: 'Gazette' },
    });
    const app = fakeApp({ summary: async () => answer });

    const shown = await shownBy(summary.execute(ask({ of: 'bridge' }), app));
    const sources = await shownBy(press(summary, 'cited:s12', app));

    expect(shown).toContain(
      '-# 2 sources · 5 articles · 1 of them a copy · +2 in the last 24 hours · first <t:1:R> · last <t:9:R> · 3 min read',
    );
    expect(shown).toContain('-# Names and words: Ada Lund, toll · Topics: Roads');
    expect(sources).toContain('-# Names and words: Harbour Bridge, Ada Lund, toll');
    expect(sources).toContain('teaser only · copy');
    expect(JSON.stringify(await summary.execute(ask({ of: 'bridge' }), app))).toContain(
      '{"type":11,"media":{"url":"https://gazette.example/bridge.jpg"},"description":"Picture: Gazette"}',
    );
  });

  test.each([
    ['javascript:alert(1)'],
    ['https://intranet/a.png'],
    ['https://gazette.example/logo.svg'],
    [`https://gazette.example/${'a'.repeat(3000)}.png`],
  ])('shows no picture from %.40s', async (url) => {
    const app = fakeApp({ summary: async () => summaryAnswer({ picture: { url, source: 'Gazette' } }) });

    expect(JSON.stringify(await summary.execute(ask({ of: 'bridge' }), app))).not.toContain('"type":11');
  });

  test('shows every article of a large story, in pages', async () => {
    const [article] = summaryAnswer().articles;
    const articles = Array.from({ length: 23 }, (_, i) => ({ ...article!, n: i + 1, source: `Paper ${i + 1}` }));
    const app = fakeApp({ summary: async () => summaryAnswer({ articles }) });
    const pages = ['cited:s12', 'cited:s12:1', 'cited:s12:2', 'cited:s12:99'];

    const shown = await Promise.all(pages.map((id) => shownBy(press(summary, id, app))));

    expect(shown.slice(0, 3).map((one) => one.match(/Paper \d+:/g)?.length)).toEqual([10, 10, 3]);
    expect(shown[1]).toContain('[‹ Back](cited:s12:0) [More ›](cited:s12:2)');
    expect(shown[3]).toBe(shown[2]);
  });

  test('folds many sources', async () => {
    const [article] = summaryAnswer().articles;
    const articles = Array.from({ length: 9 }, (_, i) => ({ ...article!, n: i + 1, source: `Paper ${i + 1}` }));

    const shown = await shownBy(
      summary.execute(ask({ of: 'x' }), fakeApp({ summary: async () => summaryAnswer({ articles }) })),
    );

    expect(shown).toContain('Paper 1, Paper 2 +7');
    expect(shown).toContain('+4 more articles');
  });

  test('says that there is no text where there is none', async () => {
    const answer = summaryAnswer({ sentences: [], labels: ['teaser'] });

    const shown = await shownBy(summary.execute(ask({ of: 'x' }), fakeApp({ summary: async () => answer })));

    expect(shown).toContain('no readable text beyond the headline');
  });

  test('a button for what is gone says expired', async () => {
    const app = fakeApp({ summary: async () => ({ problem: 'nothing-found', query: 'u99' }) });

    const pressed = await Promise.all([
      press(summary, 'summary:long:u99', app),
      press(summary, 'share:long:u99', app),
      press(summary, 'cited:u99', app),
      press(summary, 'pick', app, ['s9']),
      press(summary, 'summary:enormous:u99', app),
    ]);

    expect(pressed).toEqual(Array.from({ length: 5 }, () => ({ problem: 'expired' })));
  });
});

describe('/topic', () => {
  test('shows a page of stories, a select, and the way to the next', async () => {
    const app = fakeApp({ topic: async () => topicAnswer(10) });

    expect(await shownBy(topic.execute(ask({ name: 'harbour' }), app))).toMatchSnapshot();
  });

  test('looks a week back and puts the top first unless told otherwise', async () => {
    const asked: object[] = [];
    const app = fakeApp({
      topic: async (given) => {
        asked.push(given);
        return topicAnswer(1);
      },
    });

    await topic.execute(ask({ name: 'harbour' }), app);
    await topic.execute(ask({ name: 'harbour', since: '24h', sort: 'newest' }), app);

    expect(asked).toEqual([
      { scope: guildScope('1'), name: 'harbour', since: '7d', sort: 'top' },
      { scope: guildScope('1'), name: 'harbour', since: '24h', sort: 'newest' },
    ]);
  });

  test('says what to try where there is nothing', async () => {
    const shown = await shownBy(topic.execute(ask({ name: 'otters' }), fakeApp({ topic: async () => topicAnswer(0) })));

    expect(shown).toContain('No story about this in the last 7 days');
  });

  test('says what was searched instead of a mistyped word', async () => {
    const app = fakeApp({ topic: async () => ({ ...topicAnswer(1), corrected: 'ransomware' }) });

    expect(await shownBy(topic.execute(ask({ name: 'harbour' }), app))).toContain(
      'Showing results for “ransomware” instead of “harbour”.',
    );
  });

  test('a page that no longer is leads to the last there is', async () => {
    const message = await press(topic, 'topic:7:7d:top:harbour', fakeApp({ topic: async () => topicAnswer(9) }));

    expect(JSON.stringify(message)).toContain('Page 2 of 2');
  });

  test('the pages of a topic are asked for by its number', async () => {
    const asked: object[] = [];
    const app = fakeApp({
      topic: async (given) => {
        asked.push(given);
        return topicAnswer(9, { topicId: 353 });
      },
    });

    expect(await shownBy(topic.execute(ask({ name: 'harbour' }), app))).toContain('[More ›](topic-page:1:7d:top:353)');
    await press(topic, 'topic-page:1:7d:top:353', app);
    expect(asked.at(-1)).toMatchObject({ name: '353', ofTopic: true, page: 1 });
  });

  test('a button of an unknown kind is expired', async () => {
    expect(await press(topic, 'topic:1:year:top:harbour', fakeApp())).toEqual({ problem: 'expired' });
  });

  test('a name as long as Discord lets through still fits on the buttons', async () => {
    const name = 'ü'.repeat(75);

    const message = await topic.execute(
      ask({ name, since: '30d', sort: 'newest' }),
      fakeApp({ topic: async () => topicAnswer(900, { since: '30d', sort: 'newest' }) }),
    );

    expect(isProblem(message)).toBe(false);
  });
});

describe('/latest', () => {
  test('shows ten unless told otherwise, a headline and its facts each', async () => {
    let count = 0;
    const app = fakeApp({
      latest: async (given) => {
        count = given.count;
        return {
          kind: 'latest',
          of: [],
          articles: [articleLine(), articleLine({ title: 'Ferry late', labels: ['undated'] })],
        };
      },
    });

    expect(await shownBy(latest.execute(ask({}), app))).toMatchSnapshot();
    expect(count).toBe(10);
  });

  test('says what it was narrowed to, also where there is nothing', async () => {
    const answer = { kind: 'latest', of: ['Money', 'Gazette'] } as const;
    const full = fakeApp({ latest: async () => ({ ...answer, articles: [articleLine()] }) });
    const empty = fakeApp({ latest: async () => ({ ...answer, articles: [] }) });

    expect(await shownBy(latest.execute(ask({ topic: '3' }), full))).toContain('## Latest: Money · Gazette');
    expect(await shownBy(latest.execute(ask({ topic: '3' }), empty))).toContain('## Latest: Money · Gazette');
  });

  test('completes topics and sources of whoever asks', async () => {
    const app = fakeApp({
      complete: {
        topics: async (owner, typed) => [{ name: `${owner} ${typed}`, value: 't' }],
        sources: async (owner, typed) => [{ name: `${owner} ${typed}`, value: 's' }],
      },
    });
    const typing = { ...ask({}), typed: 'ga' };

    expect(await latest.complete?.({ ...typing, option: 'topic' }, app)).toEqual([{ name: '1 ga', value: 't' }]);
    expect(await latest.complete?.({ ...typing, option: 'source' }, app)).toEqual([{ name: '1 ga', value: 's' }]);
  });
});

describe('/search', () => {
  test('shows hits with the matching words in bold', async () => {
    const app = fakeApp({
      search: async () => ({ kind: 'search', query: 'brige', corrected: 'bridge', hits: [searchHit()] }),
    });

    expect(await shownBy(search.execute(ask({ query: 'brige' }), app))).toMatchSnapshot();
  });

  test('says when older articles were looked through as well, and what was searched instead stays text', async () => {
    const app = fakeApp({
      search: async () => ({ kind: 'search', query: '*x*', corrected: '**y**', hits: [searchHit()], archive: true }),
    });

    const shown = await shownBy(search.execute(ask({ query: '*x*' }), app));

    expect(shown).toContain('Older articles, in the archive, were searched as well.');
    expect(shown).toContain('Showing results for “\\*\\*y\\*\\*” instead of “\\*x\\*”.');
  });

  test('the page of a button is asked for, so that its hits have pieces of text', async () => {
    const asked: object[] = [];
    const app = fakeApp({
      search: async (given) => {
        asked.push(given);
        return { kind: 'search', query: 'bridge', corrected: undefined, hits: [searchHit()] };
      },
    });

    await press(search, 'search:1:bridge', app);

    expect(asked).toEqual([{ scope: guildScope('1'), query: 'bridge', page: 1 }]);
  });

  test('names the one whose words are shown before the others that tell the story', async () => {
    const hits = [searchHit({ source: 'Post' })];
    const app = fakeApp({ search: async () => ({ kind: 'search', query: 'bridge', corrected: undefined, hits }) });

    expect(await shownBy(search.execute(ask({ query: 'bridge' }), app))).toContain('Post, Gazette +1');
  });
});

describe('/trending', () => {
  const PNG = new Uint8Array([1, 2, 3]);

  test('asks for a day and everything unless told otherwise', async () => {
    const asked: object[] = [];
    const app = fakeApp({
      trending: async (given) => {
        asked.push(given);
        return trendingAnswer();
      },
      picture: async () => undefined,
    });

    await trending.execute(ask({}), app);
    await trending.execute(ask({ since: '7d', topic: '2' }), app);

    expect(asked).toEqual([
      { scope: guildScope('1'), since: '24h', topic: undefined },
      { scope: guildScope('1'), since: '7d', topic: '2' },
    ]);
  });

  test('shows a chart with its text for those who cannot see it, words, stories and a select', async () => {
    const told = trendingStory({ names: ['Harbour', 'Ida Holm'], sources: ['Gazette', 'Courier', 'Post', 'Echo'] });
    const stories = [told, trendingStory({ ref: 's13', headline: 'Ferry strike ends', isNew: true, names: [] })];
    const answer = trendingAnswer({ topic: 'Harbour', stories });
    const app = fakeApp({ trending: async () => answer, picture: async () => PNG });

    const reply = await trending.execute(ask({}), app);

    expect(await shownBy(Promise.resolve(reply))).toMatchSnapshot();
    expect(reply).toMatchObject({ files: [{ name: 'trending.png', bytes: PNG }] });
  });

  test('draws what is usual and what is more than that', async () => {
    const drawn: object[] = [];
    const app = fakeApp({
      trending: async () => trendingAnswer(),
      picture: async (chart) => {
        drawn.push(chart);
        return PNG;
      },
    });

    await trending.execute(ask({}), app);
    await trending.execute(
      ask({}),
      fakeApp({
        trending: async () => trendingAnswer({ words: trendingAnswer().words.map((word) => ({ ...word, usual: 0 })) }),
        picture: async (chart) => {
          drawn.push(chart);
          return PNG;
        },
      }),
    );

    expect(drawn[1]).toMatchObject({ legend: undefined });
    expect(drawn.slice(0, 1)).toEqual([
      {
        bars: [
          { label: 'Lundberg', value: 6, base: 1.4, note: '+5' },
          { label: 'ferry strike', value: 3, base: 0.5, note: '+3' },
        ],
        legend: { base: 'usual', more: 'more than usual' },
      },
    ]);
  });

  test('says all without a picture, and what it counts where the usual is not known', async () => {
    const app = fakeApp({ trending: async () => trendingAnswer({ usualDays: 0 }), picture: async () => undefined });

    const reply = await trending.execute(ask({}), app);

    expect(await shownBy(Promise.resolve(reply))).toMatchSnapshot();
    expect(reply).not.toHaveProperty('files');
  });

  test('says calmly that nothing stands out, and what to try', async () => {
    const nothing = trendingAnswer({ since: '3d', words: [], stories: [] });
    const app = fakeApp({ trending: async ({ topic }) => ({ ...nothing, topic: topic && 'Harbour' }) });

    expect(await shownBy(trending.execute(ask({ since: '3d' }), app))).toMatchSnapshot();
    const inTopic = await shownBy(trending.execute(ask({ topic: '2' }), app));
    expect(inTopic).toContain('## Trending: Harbour');
    expect(inTopic).toContain('leave out the topic');
  });

  test('a topic that there is not is a problem said in words', async () => {
    const app = fakeApp({ trending: async () => ({ problem: 'unknown-topic', name: 'Hrbour', known: ['Harbour'] }) });

    expect(await shownBy(trending.execute(ask({ topic: 'Hrbour' }), app))).toContain('There is no topic “Hrbour”');
  });
});

describe('/help', () => {
  test('shows every command as a mention, and what one is for', async () => {
    const app = fakeApp();

    expect(await shownBy(help.execute(ask({}), app))).toMatchSnapshot();
    expect(await shownBy(help.execute(ask({ about: 'search' }), app))).toMatchSnapshot();
  });
});

describe('Summarize links', () => {
  const app = fakeApp({ summary: async ({ of }) => summaryAnswer({ title: of }) });

  test.each([
    ['no link', 'only words', 'has no link'],
    ['one link', 'see https://gazette.example/bridge!', 'https\\://gazette.example/bridge'],
    ['several links', 'https://a.example/1 and https://b.example/2', 'Which link'],
    ['the same link twice', 'https://a.example/1 https://a.example/1', 'https\\://a.example/1'],
    ['a link between angle brackets', '<https://a.example/1>', 'https\\://a.example/1'],
    ['a dangerous scheme', 'javascript:alert(1) file:///etc/passwd', 'has no link'],
  ])('%s', async (_what, target, expected) => {
    expect(await shownBy(summarizeLinks.execute(ask({}, { target }), app))).toContain(expected);
  });
});
