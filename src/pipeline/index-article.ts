// One article into the index: known again or new, placed in a story, matched against every topic, all in one transaction.

import { type Article, type ArticleDraft, type ArticleId, articleTime } from '../articles/article.ts';
import { articleKeys, feedKeys, fingerprint } from '../articles/article-keys.ts';
import type { ArticleTerms } from '../articles/draft-article.ts';
import type { FeedId } from '../feeds/feed.ts';
import type { ItemId, Store } from '../store/contract.ts';
import type { StoryId } from '../stories/story.ts';
import { guessLanguage } from '../text/terms.ts';
import type { MatchDoc } from '../topics/match.ts';
import type { Newsdesk } from './newsdesk.ts';

export interface Entry extends ArticleTerms {
  readonly draft: ArticleDraft;
  /** The publisher's name. */
  readonly source: string;
  readonly feedId: FeedId;
  /** The text is that feed's own: it is an article of that feed alone, whoever else has the address. */
  readonly fromFeed: boolean;
  readonly seenAt: number;
  /** The item of the feed that it came by, finished in the same transaction. */
  readonly itemId?: ItemId;
}

export interface Indexed {
  readonly articleId: ArticleId;
  readonly storyId: StoryId;
  readonly isNew: boolean;
}

export interface IndexDeps {
  readonly store: Store;
  readonly desk: Newsdesk;
  readonly now: () => number;
}

export async function indexArticle(entry: Entry, deps: IndexDeps): Promise<Indexed> {
  const shared = articleKeys(entry.draft);
  const keys = entry.fromFeed ? feedKeys(entry.feedId, shared) : shared;
  return deps.desk.inTurn(async () => {
    const known = await deps.store.articles.findByKeys(keys);
    return known ? joinKnown(known, entry, keys, deps) : addNew(entry, keys, deps);
  });
}

/** The same article by another feed or at another time: where its text has changed, the stored one follows. */
async function joinKnown(
  known: Article,
  entry: Entry,
  keys: readonly string[],
  { store, desk, now }: IndexDeps,
): Promise<Indexed> {
  const { draft, titleTerms, textTerms, feedId, seenAt, itemId } = entry;
  const isChanged = isRevision(known, draft);
  const doc = toDoc(entry);
  const topics = isChanged ? await topicsOf(doc, desk, now()) : [];
  const muted = isChanged ? await mutedIn(doc, desk, now()) : [];
  await store.transaction(async (inside) => {
    await inside.articles.addToFeed(known.id, feedId, seenAt);
    if (isChanged)
      await inside.articles.update(known.id, {
        draft,
        keys,
        titleTerms,
        textTerms,
        now: now(),
        former: formerOf(known),
      });
    // What it matched before it goes on matching: it may have been posted for that.
    await inside.topics.addMatches(topics.map((topicId) => ({ topicId, articleId: known.id })));
    await inside.mutes.addMatches(muted.map((wordId) => ({ wordId, articleId: known.id })));
    if (itemId !== undefined) await inside.items.finish(itemId, { articleId: known.id });
  });
  return { articleId: known.id, storyId: known.storyId, isNew: false };
}

function formerOf({ title, text, updatedAt, seenAt }: Article) {
  return { at: updatedAt ?? seenAt, title, fingerprint: fingerprint(text) };
}

/** A longer or equally complete text of the same address; never a teaser over a full text. */
function isRevision(known: Article, draft: ArticleDraft): boolean {
  if (draft.text === known.text || draft.text === '' || draft.url !== known.url) return false;
  return draft.coverage === 'full' || known.coverage !== 'full';
}

function toDoc({ draft, source, seenAt, titleTerms, textTerms }: Entry): MatchDoc {
  const time = articleTime({ publishedAt: draft.publishedAt, seenAt });
  return { titleTerms, textTerms, lang: draft.lang, source, url: draft.url, time };
}

async function topicsOf(doc: MatchDoc, { topics }: Newsdesk, now: number) {
  await topics.prepare(doc.lang);
  return topics.match(doc, now);
}

/** Words that some server mutes. */
async function mutedIn(doc: MatchDoc, { mutes }: Newsdesk, now: number) {
  if (mutes.size === 0) return [];
  await mutes.prepare(doc.lang);
  return mutes.match(doc, now);
}

async function addNew(entry: Entry, keys: readonly string[], { store, desk, now }: IndexDeps): Promise<Indexed> {
  const { draft, source, feedId, seenAt, itemId, titleTerms, textTerms } = entry;
  const terms = { titleTerms, textTerms };
  const doc = toDoc(entry);
  const topics = await topicsOf(doc, desk, now());
  const muted = await mutedIn(doc, desk, now());
  const lang = draft.lang ?? guessLanguage(draft.text);
  const decision = desk.grouper.decide({ title: draft.title, text: draft.text, lang, source, time: doc.time });
  const placed = await store.transaction(async (inside) => {
    const storyId = decision.story ?? (await inside.stories.create(seenAt));
    for (const merged of decision.merged) await inside.stories.merge(merged, storyId);
    const articleId = await inside.articles.insert({
      draft,
      source,
      storyId,
      copyOf: decision.copyOf,
      seenAt,
      keys,
      ...terms,
    });
    await desk.save(articleId, decision, inside);
    await inside.articles.addToFeed(articleId, feedId, seenAt);
    await inside.topics.addMatches(topics.map((topicId) => ({ topicId, articleId })));
    await inside.mutes.addMatches(muted.map((wordId) => ({ wordId, articleId })));
    if (itemId !== undefined) await inside.items.finish(itemId, { articleId });
    return { articleId, storyId };
  });
  desk.keep(decision, { article: placed.articleId, story: placed.storyId });
  await takeIn(desk.grouper.stragglers(decision, placed.storyId), placed.storyId, { store, desk });
  const leaving = desk.grouper.parting(decision, placed.articleId);
  const opened = await part(leaving, { store, desk, now });
  return { ...placed, storyId: leaving.includes(placed.articleId) ? opened! : placed.storyId, isNew: true };
}

// Both in a transaction of its own: what a crash prevents is asked again when the story grows.

async function takeIn(stragglers: readonly StoryId[], story: StoryId, { store, desk }: Omit<IndexDeps, 'now'>) {
  if (stragglers.length === 0) return;
  await store.transaction(async (inside) => {
    for (const one of stragglers) await inside.stories.merge(one, story);
  });
  for (const one of stragglers) desk.grouper.merge(one, story);
}

/** Answers the story that they open. */
async function part(articles: readonly ArticleId[], { store, desk, now }: IndexDeps): Promise<StoryId | undefined> {
  if (articles.length === 0) return undefined;
  const story = await store.transaction((inside) => inside.stories.part(articles, now()));
  desk.grouper.part(articles, story);
  return story;
}
