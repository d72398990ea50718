// index: files, folders, addresses and OPML into the index of the command line, which no server sees.

import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Writable } from 'node:stream';
import type { ArticleDraft, ArticleId } from '../articles/article.ts';
import { decodePage } from '../articles/decode-page.ts';
import { termsOf } from '../articles/draft-article.ts';
import { draftText } from '../articles/draft-text.ts';
import { fetchArticle } from '../articles/fetch-article.ts';
import { type Engine, type EngineParts, openEngine } from '../engine.ts';
import { isProblem, OperatorError } from '../errors.ts';
import type { FeedId, Item } from '../feeds/feed.ts';
import { findFeed } from '../feeds/find-feed.ts';
import { parseOpml } from '../feeds/opml.ts';
import { indexArticle } from '../pipeline/index-article.ts';
import { LOCAL, localScope } from '../scope.ts';
import { composeStories } from '../stories/compose-stories.ts';
import { writeJsonLine } from './json-lines.ts';

/** The feed that local files belong to; no address, so that nothing polls it. */
const LOCAL_FEED = 'local:files';

interface Desk {
  readonly engine: Engine;
  readonly feedId: FeedId;
  readonly now: () => number;
}

interface Done {
  readonly file: string;
  readonly id: ArticleId;
}

type Failed = { readonly file: string; readonly error: string };

/** One line an input once all are placed, since a later one may merge the stories of earlier ones; then the totals. */
export async function indexVerb(
  paths: readonly string[],
  { output, ...parts }: EngineParts & { readonly output: Writable },
): Promise<void> {
  const engine = await openEngine(parts);
  try {
    const desk = { engine, feedId: await localFeed(engine, parts.now()), now: parts.now };
    const done: (Done | Failed)[] = [];
    for (const path of paths) done.push(...(await indexInput(path, desk)));
    await report(done, engine, output);
  } finally {
    await engine.close();
  }
}

async function localFeed({ store }: Engine, now: number): Promise<FeedId> {
  const feed = await store.feeds.ensure(LOCAL_FEED, now);
  const known = await store.sources.list(LOCAL);
  if (!known.some(({ feedId }) => feedId === feed.id)) {
    const source = await store.sources.add({
      owner: LOCAL,
      feedId: feed.id,
      name: 'Local files',
      baselineAt: now,
      now,
    });
    await store.sources.setPaused(LOCAL, source.id, true);
  }
  return feed.id;
}

async function indexInput(path: string, desk: Desk): Promise<(Done | Failed)[]> {
  try {
    if (/^https?:\/\//i.test(path)) return await indexAddress(path, desk);
    const info = await stat(path);
    if (info.isDirectory()) return await indexFolder(path, desk);
    if (/\.(opml|xml)$/i.test(path)) return await indexOpml(path, desk);
    return [{ file: path, id: await indexFile(path, desk) }];
  } catch (error) {
    return [{ file: path, error: reasonOf(error, path) }];
  }
}

function reasonOf(error: unknown, path: string): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return `there is no file or folder ${path}`;
  return error instanceof Error ? error.message : String(error);
}

async function indexFolder(path: string, desk: Desk): Promise<(Done | Failed)[]> {
  const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort();
  const done: (Done | Failed)[] = [];
  for (const name of names) done.push(...(await indexInput(join(path, name), desk)));
  return done;
}

async function indexFile(path: string, { engine, feedId, now }: Desk): Promise<ArticleId> {
  const bytes = await readFile(path);
  const draft = await readDraft(path, bytes, engine);
  const at = now();
  const { articleId } = await indexArticle(
    { draft, ...termsOf(draft), fromFeed: false, source: basename(path), feedId, seenAt: at },
    { store: engine.store, desk: engine.desk, now },
  );
  return articleId;
}

async function readDraft(path: string, bytes: Uint8Array, engine: Engine): Promise<ArticleDraft> {
  const text = decodePage(bytes, 'text/plain');
  if (text === undefined || bytes.includes(0)) throw new OperatorError('it is no text: give text files or HTML pages');
  if (/\.x?html?$/i.test(extname(path))) {
    const page = await engine.extract({ html: text, url: '' });
    if (page?.kind === 'article') return { ...page.draft, url: page.draft.url || undefined };
    throw new OperatorError('the page holds no article');
  }
  return draftOfText(text);
}

function draftOfText(raw: string): ArticleDraft {
  const draft = draftText(raw);
  if (draft.text.trim() === '') throw new OperatorError('the file holds no text');
  return draft;
}

async function indexOpml(path: string, desk: Desk): Promise<(Done | Failed)[]> {
  const outlines = parseOpml(new TextDecoder().decode(await readFile(path)));
  const done: (Done | Failed)[] = [];
  for (const { url } of outlines) done.push(...(await indexInput(url, desk)));
  return done;
}

/** A feed's items, or the article of a page. */
async function indexAddress(url: string, desk: Desk): Promise<(Done | Failed)[]> {
  const found = await findFeed(url, { http: desk.engine.http });
  if (!isProblem(found) && found.url === url) {
    const items = found.feed.items;
    return Promise.all(items.map(async (item) => indexItem(item, found.feed, desk)));
  }
  return [await indexItem({ ...NO_ITEM, url }, { title: undefined, lang: undefined }, desk)];
}

const NO_ITEM: Item = {
  guid: undefined,
  url: undefined,
  title: undefined,
  author: undefined,
  publishedAt: undefined,
  updatedAt: undefined,
  summary: undefined,
  content: undefined,
  imageUrl: undefined,
  sourceName: undefined,
  categories: [],
};

async function indexItem(
  item: Item,
  feed: { readonly title: string | undefined; readonly lang: string | undefined },
  { engine, feedId, now }: Desk,
): Promise<Done | Failed> {
  const file = item.url ?? item.title ?? '';
  const fetched = await fetchArticle({ item, attempts: 99 }, feed, engine);
  if (fetched.kind !== 'article') return { file, error: fetched.reason };
  const { kind: _, ...article } = fetched;
  const { draft } = article;
  if (draft.text === '') return { file, error: 'the page holds no article text' };
  const source = draft.siteName ?? feed.title ?? URL.parse(file)?.host ?? file;
  const deps = { store: engine.store, desk: engine.desk, now };
  const { articleId } = await indexArticle({ ...article, fromFeed: false, source, feedId, seenAt: now() }, deps);
  return { file, id: articleId };
}

async function report(done: readonly (Done | Failed)[], { store }: Engine, output: Writable): Promise<void> {
  const ids = done.flatMap((one) => ('id' in one ? [one.id] : []));
  const articles = new Map((await store.articles.getMany(localScope, ids)).map((article) => [article.id, article]));
  const storyIds = [...new Set([...articles.values()].map(({ storyId }) => storyId))];
  const members = await store.articles.byStories(localScope, storyIds);
  const sources = new Map(composeStories(members).map((story) => [story.id, story.sources.length]));
  for (const one of done) {
    const article = 'id' in one ? articles.get(one.id) : undefined;
    await writeJsonLine(
      output,
      article
        ? {
            file: one.file,
            id: article.id,
            story: article.storyId,
            title: article.title,
            sources: sources.get(article.storyId),
          }
        : one,
    );
  }
  await writeJsonLine(output, { articles: articles.size, stories: storyIds.length });
}
