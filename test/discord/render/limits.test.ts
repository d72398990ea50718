// Giant and hostile answers through every renderer: Discord's numeric limits hold, and nothing from outside is active.

import { describe, expect, test } from 'vitest';
import type { DigestView } from '../../../src/digests/digest-view.ts';
import { renderDigest } from '../../../src/discord/render/digest.ts';
import {
  renderDigestChanged,
  renderDigestCreated,
  renderDigests,
  renderHistory,
} from '../../../src/discord/render/digests.ts';
import { ABOUT, renderHelp } from '../../../src/discord/render/help.ts';
import { renderImported } from '../../../src/discord/render/import.ts';
import { renderLatest } from '../../../src/discord/render/latest.ts';
import { linksIn, renderLinks } from '../../../src/discord/render/links.ts';
import type { Message } from '../../../src/discord/render/message.ts';
import { renderNews } from '../../../src/discord/render/news.ts';
import { plainProblemText, problemText, renderProblem } from '../../../src/discord/render/problem.ts';
import { renderSearch } from '../../../src/discord/render/search.ts';
import { renderSettings, renderSettingsProblem } from '../../../src/discord/render/settings.ts';
import {
  renderSourceAdded,
  renderSourceRemoved,
  renderSources,
  renderSourcesExported,
  renderSourceTested,
} from '../../../src/discord/render/sources.ts';
import { renderStatus } from '../../../src/discord/render/status.ts';
import { renderPutBack, renderTakenOut } from '../../../src/discord/render/story-change.ts';
import { renderCited, renderSummary } from '../../../src/discord/render/summary.ts';
import { renderTimeline } from '../../../src/discord/render/timeline.ts';
import { renderTopic } from '../../../src/discord/render/topic.ts';
import { fieldsOf, renderTopicAgain } from '../../../src/discord/render/topic-form.ts';
import { renderTopicTest } from '../../../src/discord/render/topic-test.ts';
import { renderTopicRemoved, renderTopicSaved, renderTopics } from '../../../src/discord/render/topics.ts';
import { renderTrending } from '../../../src/discord/render/trending.ts';
import type { Problem } from '../../../src/errors.ts';
import type { SourceId } from '../../../src/feeds/source.ts';
import type { TimelineAnswer } from '../../../src/summaries/answer.ts';
import { LOCALES, type Words, wordsFor } from '../../../src/words.ts';
import {
  articleLine,
  digestLine,
  digestRow,
  digestStory,
  digestView,
  NOON,
  run,
  searchHit,
  source,
  sourceLine,
  statusAnswer,
  storyCard,
  summaryAnswer,
  topicAnswer,
  topicRow,
  trendingAnswer,
  trendingStory,
} from '../../helpers/answers.ts';
import { isLongRun } from '../../helpers/is-long-run.ts';
import { readable } from '../../helpers/readable.ts';

const EVIL = 'evil.test';
const TEXTS: Readonly<Record<string, string>> = {
  'plain and long': 'The harbour bridge reopened on Saturday. '.repeat(120),
  'nothing but markup': '*_~`|<>@#[]\\'.repeat(400),
  'a hidden link': `x](https://${EVIL}/a) [y](https://${EVIL}) ](<https://${EVIL}>) [[1]](<https://${EVIL}>) `.repeat(
    40,
  ),
  mentions: '@everyone @here <@200000000000000001> <@&3> <#4> </sources remove:5> <id:browse> <:a:6> '.repeat(40),
  blocks: '\n# big\n-# small\n> quote\n>>> all\n- list\n1. list\n```\ncode\n```\n||spoiler|| <t:0:R> '.repeat(40),
  invitations: `discord.gg/evil https://discord.com/invite/evil https://${EVIL} www.${EVIL} `.repeat(40),
  'right to left': `\u202e\u2066\u200f عاجل: المدينة 🇻🇳${'\u0301'.repeat(50)} `.repeat(200),
  emojis: '👩‍👩‍👧‍👦'.repeat(120),
  'halves and controls': `\ud83d\u0000\u001b\udc4d\u200b\ufeff`.repeat(800),
  'nothing at all': '',
  'only spaces': ' \n\t\u3000'.repeat(50),
  'trailing backslash': 'a\\',
  japanese: '港の橋が土曜日に再開通した。'.repeat(300),
};
const URLS: Readonly<Record<string, string | undefined>> = {
  'a good address': 'https://gazette.example/a',
  'a long address': `https://gazette.example/${'a'.repeat(640)}#:~:text=${'b'.repeat(4000)}`,
  'a longer address': `https://gazette.example/${'%E6%B8%AF'.repeat(400)}`,
  'an address that breaks out': `https://gazette.example/x>)](https://${EVIL}/) <@1> @everyone`,
  'no address': undefined,
  'another scheme': 'javascript:alert(1)',
};

/** Every text with one of the addresses in turn (each, in `npm run test:long`), and every address with a plain text. */
const texts = Object.entries(TEXTS);
const urls = Object.entries(URLS);
const cases = texts.flatMap(([what, text], i) => {
  const chosen = i === 0 || isLongRun ? urls : [urls[i % urls.length]!];
  return chosen.map(([where, url]) => [`${what}, ${where}`, text, url] as const);
});

interface Part {
  readonly type: number;
  readonly content?: string;
  readonly label?: string;
  readonly custom_id?: string;
  readonly placeholder?: string;
  readonly options?: readonly { readonly label: string; readonly value: string; readonly description?: string }[];
  readonly components?: readonly Part[];
  /** Of a gallery. */
  readonly items?: readonly { readonly description?: string }[];
}

const flat = (parts: readonly Part[]): Part[] => parts.flatMap((part) => [part, ...flat(part.components ?? [])]);

/** What Discord refuses. */
function breaches(message: Message): string[] {
  const parts = flat(message.components as unknown as Part[]);
  const texts = parts.filter(({ type }) => type === 10).map(({ content = '' }) => content);
  const within = (name: string, value: string | undefined, max: number, min = 1) =>
    value !== undefined && (value.length > max || value.length < min) ? [`${name}: ${value.length} characters`] : [];
  const sum = texts.reduce((total, { length }) => total + length, 0);
  const ids = parts.map(({ custom_id }) => custom_id).filter((id) => id !== undefined);
  return [
    ...(sum > 4000 ? [`text: ${sum} characters`] : []),
    ...(parts.length > 40 ? [`${parts.length} components`] : []),
    ...(new Set(ids).size === ids.length ? [] : ['a custom_id twice']),
    ...texts.flatMap((content) => within('text', content.trim(), 4000)),
    ...parts.flatMap(({ items = [] }) => items.flatMap(({ description }) => within('alt text', description, 1024))),
    ...parts.flatMap((part) => [
      ...within('custom_id', part.custom_id, 100),
      ...within('placeholder', part.placeholder, 150),
      ...(part.type === 2 ? within('label', part.label, 80) : []),
      ...(part.type === 1 && ((part.components?.length ?? 0) > 5 || !part.components?.length)
        ? ['a row of the wrong size']
        : []),
      ...(part.options && (part.options.length > 25 || part.options.length === 0)
        ? ['a select of the wrong size']
        : []),
      ...(part.options ?? []).flatMap((option) => [
        ...within('option', option.label, 100),
        ...within('value', option.value, 100),
        ...within('description', option.description, 100),
      ]),
    ]),
  ];
}

/** As Discord's client reads text: from the front, the first rule that fits. A label may hold matched brackets and run over unmatched ones, and knows no backslash. */
const ESCAPED_OR_CODE = /\\[^0-9A-Za-z\s]|`[^`\n]*`/g;
const TOKEN =
  /\\[^0-9A-Za-z\s]|`[^`\n]*`|\[(?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*\]\(\s*<?((?:\([^)]*\)|[^\s\\]|\\.)*?)>?\s*\)|[^\\`[]+|[\\`[]/gy;
const OURS = ['https://gazette.example/', 'https://courier.example/'];

function linkTargets(content: string): string[] {
  return [...content.matchAll(TOKEN)].map((match) => match[1]).filter((target) => target !== undefined);
}

/** What Discord would make of the text that is not ours. */
function deceptions(message: Message): string[] {
  const texts = flat(message.components as unknown as Part[])
    .filter(({ type }) => type === 10)
    .map(({ content = '' }) => content);
  return texts.flatMap((content) => {
    const bad = linkTargets(content).filter((target) => !OURS.some((own) => target.startsWith(own)));
    const bare = content.replace(/\]\(<[^>]*>\)/g, ']').replace(ESCAPED_OR_CODE, '');
    return [
      ...bad.map((target) => `links to ${target.slice(0, 60)}`),
      ...(bare.match(/@(everyone|here)/g) ?? []),
      ...(bare.match(/<(?:@[!&]?|#|:|a:|\/|id:)[^>]{0,40}>/g) ?? []).filter(
        (one) => !['<#4>', '<#400000000000000001>'].includes(one),
      ),
      ...(bare.match(/https?:\/\/(?!gazette\.example)[^\s>]{0,30}/g) ?? []),
      ...(bare.match(/discord\.gg|discord\.com\/invite/g) ?? []),
      ...(bare.match(/\|\||```|~~|__/g) ?? []),
      ...(content.match(/^(?:>|[-*] (?!\[|[^\n]*<t:))[^\n]{0,30}/gm) ?? []),
      ...(content.match(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g) ?? []),
      ...(content.match(/[\u202a-\u202e\u2066-\u2069\u0000-\u0009\u000b-\u001f]/g) ?? []),
    ];
  });
}

const mention = (command: string): string => `\`/${command}\``;

function everyAnswer(text: string, url: string | undefined, words: Words): Message[] {
  const many = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
  const names = many(30, (i) => `${text.slice(0, 500)}${i}`);
  const cited = many(40, (i) => ({
    ...summaryAnswer().articles[0]!,
    n: i + 1,
    ref: `a${i}`,
    source: `${text} ${i}`,
    title: text,
    url,
    coverage: 'paywalled' as const,
  }));
  const sentence = { text, cites: many(8, (i) => ({ n: i + 1, url })) };
  const labels = [
    'single-source',
    'teaser',
    'paywalled',
    'updated',
    'undated',
    'late',
    'short',
    'other-method',
  ] as const;
  const summary = summaryAnswer({
    title: text,
    url,
    sentences: many(12, () => sentence),
    articles: cited,
    labels,
    story: {
      sources: 40,
      articles: 400,
      copies: 300,
      grown: 90,
      firstAt: NOON - 9e8,
      lastAt: NOON,
      names: many(8, () => text),
      topics: many(50, () => text),
    },
    picture: url === undefined ? undefined : { url, source: text },
    takenOut: cited,
    hasNews: true,
  });
  const card = storyCard({
    headline: text,
    url,
    sources: names,
    sentence,
    sentences: many(5, () => sentence),
    articles: cited,
    labels,
  });
  const topic = topicAnswer(0, { name: text, stories: many(40, (i) => ({ ...card, ref: `s${i}` })) });
  const line = articleLine({ title: text, url, source: text, labels });
  const hit = searchHit({ ...line, sources: names, snippet: many(30, (i) => ({ text, hit: i % 2 === 0 })) });
  const feedSource = source({ name: text, url: url ?? text });
  const problem = { problem: 'not-a-feed', url: text } as const;
  const failing = sourceLine({ source: feedSource, failures: 9, problem });
  const row = topicRow({ name: text, include: text, exclude: text, sources: names, languages: names });
  const fields = fieldsOf((name) =>
    text.slice(0, { name: 60, languages: 100 }[name] ?? 1000).slice(0, name === 'exclude' ? 500 : 1000),
  );
  const digest = digestRow({ name: text, lastProblem: text, schedule: { kind: 'cron', cron: text, timezone: text } });
  const listed = digestLine({ digest, topicNames: names });
  const view: DigestView = digestView({
    name: text,
    topics: names,
    style: 'full',
    late: true,
    more: 12,
    runKey: 'r'.repeat(40),
    stories: many(15, () => digestStory({ ...card, update: true })),
  });
  const samples = many(3, () => ({ title: text, url, publishedAt: NOON }));
  const lacks = many(10, () => ({ channelId: '4', missing: many(9, () => text.slice(0, 50)) }));
  const change = { ref: 'a1', title: text, url, source: text, story: 's1' };
  const timeline: TimelineAnswer = {
    kind: 'timeline',
    ref: 's12',
    title: text,
    url,
    entries: many(8, (n) => ({ at: NOON + n, source: text, sentence })),
    only: many(3, () => ({ source: text, sentence })),
  };
  const found = many(9, (n) => ({ word: text, title: n % 2, text: n }));
  const gaps = (['lacks', 'excluded', 'source', 'lang', 'since'] as const).map((kind) => ({ kind, words: names }));
  const fits = (['source', 'lang', 'since'] as const).map((kind) => ({ kind, words: names }));
  const shown = { title: text, url, source: text, at: NOON, fits, gaps };
  const tested = many(20, (n) => ({ ...shown, score: n, found: n % 2 === 0 ? found : [], others: n }));
  const trend = { word: text, along: names, reports: 9, usual: 1.4, growth: 7.6, sources: 9, storyId: undefined };
  const trending = trendingAnswer({
    topic: text,
    words: many(8, () => trend),
    stories: many(5, (i) => trendingStory({ ref: `s${i}`, headline: text, url, sources: names, names })),
  });
  const topicTest = { kind: 'topic-test', topic: row, matched: tested, near: tested } as const;
  return [
    renderSummary(summary, words, { private: true, sharedBy: undefined }),
    renderCited(summary, words, { mayManage: true, page: 1 }),
    renderTimeline(timeline, words),
    renderNews(
      { kind: 'news', title: text, url, since: NOON, sentences: many(4, () => sentence), articles: cited },
      words,
    ),
    renderSettings({ timezone: text, language: undefined, muted: text }, words),
    renderSettingsProblem(problem, text, words, mention),
    renderTakenOut(change, words),
    renderPutBack(change, words),
    renderTopic(topic, words, { asked: 'x'.repeat(75), page: 4 }),
    renderLatest({ kind: 'latest', of: [], articles: many(15, (i) => ({ ...line, ref: `a${i}` })) }, words),
    renderSearch(
      { kind: 'search', query: text, hits: many(30, (i) => ({ ...hit, ref: `a${i}` })), corrected: text },
      words,
      { asked: 'x'.repeat(90), page: 2 },
    ),
    ...renderDigest(view, words, { silent: true }),
    renderSourceAdded({ kind: 'source-added', source: feedSource, items: 9, samples }, words, mention),
    renderSourceTested(
      {
        kind: 'source-tested',
        url: url ?? text,
        title: text,
        format: 'rss',
        items: 3,
        newestAt: NOON,
        samples,
        tookMs: 9,
      },
      words,
    ),
    renderSourceRemoved(source({ name: text }), words),
    renderSourcesExported({ kind: 'sources-exported', fileName: 'sources.opml', text, count: 100 }, words),
    renderImported(
      {
        kind: 'sources-imported',
        lines: many(300, (n) => ({
          line: n,
          name: text,
          outcome: n % 2 ? ('added' as const) : ('failed' as const),
          ...(n % 2 ? {} : { problem: { problem: 'not-a-feed' as const, url: text } }),
        })),
      },
      words,
      mention,
    ),
    renderSources(
      many(100, (id) => ({ ...failing, source: { ...failing.source, id: id as SourceId } })),
      words,
      mention,
    ),
    renderTrending(trending, words, new Uint8Array(9)),
    renderTrending({ ...trending, usualDays: 0 }, words, undefined),
    renderTrending({ ...trending, topic: text, words: [], stories: [] }, words, undefined),
    renderTopicSaved({ kind: 'topic-created', topic: row, matches: 3 }, words, mention),
    renderTopicTest(topicTest, words, { half: 'near', page: 0 }),
    renderTopicTest(topicTest, words, { half: 'matched', page: 1 }),
    renderTopicAgain(1, problem, fields, words, mention),
    renderTopicRemoved(row, words),
    renderTopics(
      many(50, () => ({ topic: row, matches: 3 })),
      words,
      mention,
    ),
    renderDigestCreated(digest, words, mention),
    renderDigestChanged('running', digest, words, mention),
    renderDigests(
      many(25, () => listed),
      words,
      mention,
    ),
    renderHistory(
      digest,
      many(50, () => run({ late: true })),
      words,
    ),
    renderStatus(
      statusAnswer({
        version: text,
        sources: {
          ok: 1,
          failing: many(90, (id) => ({ ...failing, source: { ...failing.source, id: id as SourceId } })),
          waiting: 1,
          paused: 1,
        },
        digests: many(25, () => listed),
      }),
      words,
      { mention, lacks },
    ),
    renderLinks(
      linksIn(`${url ?? ''} ${text}`.slice(0, 4000)).length > 0
        ? ['https://gazette.example/a']
        : ['https://gazette.example/b'],
      words,
    ),
    renderProblem({ problem: 'unknown-topic', name: text, known: names }, words, mention),
    renderProblem({ problem: 'cannot-post', channelId: '4', missing: names }, words, mention),
    renderProblem({ problem: 'bad-time-zone', input: text, suggestion: text.slice(0, 100) }, words, mention),
    renderProblem(problem, words, mention),
  ];
}

describe('giant and hostile answers', () => {
  test.each(cases)('%s: within Discord’s limits, and nothing in it is active', (_what, text, url) => {
    const messages = everyAnswer(text, url, wordsFor('en'));

    const faults = messages.flatMap((message, i) =>
      [...breaches(message), ...deceptions(message)].map((one) => `${i}: ${one}`),
    );
    expect(faults).toEqual([]);
    expect(messages.every(({ allowed_mentions }) => JSON.stringify(allowed_mentions) === '{"parse":[]}')).toBe(true);
  });

  test.each(LOCALES.filter((locale) => locale !== 'en'))('fit in %s too', (locale) => {
    const [text, url] = [TEXTS['plain and long'] as string, URLS['a long address']];
    const words = wordsFor(locale);
    const help = [undefined, ...ABOUT].map((about) =>
      renderHelp(about, words, (command) => `</${command}:100000000000000001>`),
    );

    expect([...everyAnswer(text, url, words), ...help].flatMap(breaches)).toEqual([]);
  });

  test('the checks would notice', () => {
    const bad = {
      flags: 0,
      allowed_mentions: { parse: [] },
      components: [{ type: 10, content: `[a](https://${EVIL}) @everyone <@1>` }],
    } as unknown as Message;

    expect(deceptions(bad)).toHaveLength(4);
    expect(
      breaches({ ...bad, components: [{ type: 10, content: 'x'.repeat(4001) }] } as unknown as Message),
    ).not.toEqual([]);
  });
});

describe('what fits is shown', () => {
  test('a normal summary keeps everything: fragments, sources, sentences', () => {
    const shown = readable(renderSummary(summaryAnswer(), wordsFor('en'), { private: false }));

    expect(shown).toContain('#:~:text=');
    expect(shown.match(/\[\[\d\]\]/g)).toHaveLength(3);
  });

  test('seven long sentences with long addresses keep all seven, without fragments', () => {
    const url = `https://gazette.example/a#:~:text=${'w%20'.repeat(100)}`;
    const sentence = {
      text: 'A sentence of a usual length that says what happened and where it was. '.repeat(2),
      cites: [{ n: 1, url }],
    };

    const shown = readable(
      renderSummary(summaryAnswer({ sentences: Array.from({ length: 7 }, () => sentence) }), wordsFor('en'), {
        private: false,
      }),
    );

    expect(shown.match(/\[\[1\]\]/g)).toHaveLength(7);
    expect(shown).not.toContain('did not fit');
  });

  test('a digest of fifteen stories in full takes several messages, loses none, and each carries the key', () => {
    const sentence = { text: 'A sentence of a usual length that says what happened and where. '.repeat(3), cites: [] };
    const stories = Array.from({ length: 15 }, (_, i) =>
      digestStory({ headline: `Story number ${i + 1}`, sentences: [sentence, sentence, sentence] }),
    );

    const pages = renderDigest(digestView({ style: 'full', stories }), wordsFor('en'), { silent: true }).map(readable);

    const all = pages.join('\n');
    for (let i = 1; i <= 15; i++) expect(all).toContain(`[Story number ${i}]`);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.every((page) => page.includes('d3-20261121T0800'))).toBe(true);
  });

  test('a digest of eight stories is one message, though the addresses of its sentences are long', () => {
    const url = `https://gazette.example/a#:~:text=${'%E6%B8%AF'.repeat(60)}`;
    const sentence = {
      text: 'A sentence of a usual length that says what happened and where. '.repeat(2),
      cites: [{ n: 1, url }],
    };
    const stories = Array.from({ length: 8 }, () => digestStory({ sentences: [sentence] }));

    expect(renderDigest(digestView({ stories }), wordsFor('en'), { silent: true })).toHaveLength(1);
  });

  test('only the role of the digest may be pinged, and only once', () => {
    const stories = Array.from({ length: 15 }, () =>
      digestStory({ sentences: [{ text: 'Long. '.repeat(100), cites: [] }] }),
    );

    const pages = renderDigest(digestView({ pingRoleId: '9', stories }), wordsFor('en'), { silent: false });

    expect(pages.map(({ allowed_mentions }) => allowed_mentions)).toEqual([
      { parse: [], roles: ['9'] },
      ...pages.slice(1).map(() => ({ parse: [] })),
    ]);
    expect(readable(pages[0] as Message)).toContain('<@&9>');
  });

  test('a digest in headlines shows no sentence, and says what else is new', () => {
    const shown = renderDigest(digestView({ style: 'headlines', more: 3, late: true }), wordsFor('de'), {
      silent: true,
      latest: '</latest:1>',
    }).map(readable);

    expect(shown).toMatchSnapshot();
  });

  test('a problem in a terminal has no markup', () => {
    const problem: Problem = { problem: 'not-a-feed', url: 'https://a_b.example/**' };

    expect(plainProblemText(problem, wordsFor('en'), mention)).toContain('no feed at https://a_b.example/**,');
  });

  test('a problem in a list is one line', () => {
    const problem: Problem = { problem: 'not-a-url', input: 'a\nb' };

    expect(problemText(problem, wordsFor('en'), mention)).not.toContain('\n');
  });
});
