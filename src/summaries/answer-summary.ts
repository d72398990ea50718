// /summary: of an address, of something stored, or of the story that free words find.

import type { Article, ArticleDraft, ArticleId } from '../articles/article.ts';
import { articleLabels } from '../articles/labels.ts';
import type { Problem } from '../errors.ts';
import type { Scope } from '../scope.ts';
import type { Store } from '../store/contract.ts';
import { composeStories } from '../stories/compose-stories.ts';
import { findStory } from '../stories/find-story.ts';
import type { Story, StoryId } from '../stories/story.ts';
import { searchArticles } from '../topics/search-articles.ts';
import type { CitedArticle, Label, SummaryAnswer } from './answer.ts';
import { findNewsIn, noteLook } from './answer-news.ts';
import { type Summarize, storyLabels, summarizeStory } from './story-card.ts';
import { type StoryFactsDeps, storyFacts } from './story-facts.ts';
import { LENGTHS, type Length, type Method, SENTENCES } from './summary.ts';

const WORDS_PER_MINUTE = 220;

export interface SummaryAsk {
  readonly scope: Scope;
  readonly of: string;
  readonly length: Length;
  readonly method?: Method;
  /** Whose looks at stories are remembered; nobody's where it is left out. */
  readonly person?: string | undefined;
  /** The same again, otherwise: by a button of the answer. */
  readonly isOn?: boolean;
}

/** A page fetched for a person: kept for an hour under its ref, in no index. */
export interface FetchedPages {
  readonly byRef: (ref: string) => Promise<{ readonly draft: ArticleDraft; readonly at: number } | undefined>;
  readonly byUrl: (
    url: string,
  ) => Promise<{ readonly ref: string; readonly draft: ArticleDraft; readonly at: number } | Problem>;
  /** A text that somebody asked about, under its ref. */
  readonly keep: (draft: ArticleDraft) => Promise<string>;
}

export interface AnswerSummaryDeps extends StoryFactsDeps {
  readonly store: Pick<Store, 'articles' | 'stories' | 'search' | 'sources' | 'splits' | 'topics' | 'looks'>;
  readonly summarize: Summarize;
  readonly pages: FetchedPages;
  /** The keys under which an article of that address is stored. */
  readonly keysOf: (scope: Scope, url: string) => Promise<readonly string[]>;
}

export async function answerSummary(ask: SummaryAsk, deps: AnswerSummaryDeps): Promise<SummaryAnswer | Problem> {
  const subject = await findSubject(ask, deps);
  if ('problem' in subject) return subject;
  const words = subject.story.articles.reduce((sum, { text }) => Math.max(sum, countWords(text)), 0);
  const budget = { sentences: SENTENCES[ask.length], ...(ask.method ? { method: ask.method } : {}) };
  const { sentences, articles, summary } = await summarizeStory(subject.story, budget, deps.summarize);
  // What is stored has a headline, sources and a link at least; its text may not be kept any more.
  if (sentences.length === 0 && !isStored(subject)) return { problem: 'no-text' };
  const first = subject.story.articles[0] as Article;
  return {
    kind: 'summary',
    ref: subject.ref,
    length: ask.length,
    title: subject.story.headline,
    url: first.url,
    lang: first.lang,
    time: first.publishedAt,
    readingMinutes: words === 0 ? 0 : Math.max(1, Math.round(words / WORDS_PER_MINUTE)),
    sentences,
    articles: markCopies(articles, subject.story),
    picture: pictureOf(subject.story),
    labels: labelsOf(
      subject,
      sentences.map(({ text }) => text),
      ask.method,
      summary.method,
    ),
    ...(subject.single ? {} : await aboutStory(subject.story, ask, deps)),
    method: summary.method,
    ...otherLengths(ask.length, sentences.length),
  };
}

async function aboutStory(story: Story, { scope, person, isOn = false }: SummaryAsk, deps: AnswerSummaryDeps) {
  const [facts, out, since] = await Promise.all([
    storyFacts(story, scope, deps),
    takenOut(story, scope, deps),
    person === undefined ? undefined : noteLook({ story, scope, person, isOn }, deps),
  ]);
  const news = since && (await findNewsIn(story, since, deps.summarize));
  return { story: facts, takenOut: out, hasNews: news !== undefined && news.sentences.length > 0 };
}

function markCopies(articles: readonly CitedArticle[], { copies }: Story): readonly CitedArticle[] {
  const refs = new Set(copies.map((id) => `a${id}`));
  return articles.map((article) => (refs.has(article.ref ?? '') ? { ...article, isCopy: true } : article));
}

/** Of the article that stands for the story, or the first of the others that has one. */
function pictureOf({ articles }: Story): SummaryAnswer['picture'] {
  const [first] = articles.filter(({ imageUrl }) => imageUrl !== undefined);
  return first && { url: first.imageUrl as string, source: first.source };
}

async function takenOut({ id }: Story, scope: Scope, { store }: AnswerSummaryDeps) {
  const ids = await Promise.all(scope.owners.map(async (owner) => store.splits.outOf(owner, id)));
  const articles = await store.articles.getMany(scope, ids.flat());
  return articles.map(({ id: of, source, title }) => ({ ref: `a${of}`, source, title }));
}

/** What is summarized: one article as a story of its own, or a story. */
interface Subject {
  readonly ref: string;
  readonly story: Story;
  readonly single: boolean;
}

function isStored({ ref }: Subject): boolean {
  return /^[as]\d/.test(ref);
}

/** What somebody asks for by its address is shown, muted words or not. */
function outright({ owners }: Scope): Scope {
  return { owners, withMuted: true };
}

async function findSubject(
  { scope, of, length: _, ...rest }: SummaryAsk,
  deps: AnswerSummaryDeps,
): Promise<Subject | Problem> {
  const asked = of.trim();
  if (/^s\d+$/.test(asked)) return storySubject(scope, asked, deps);
  if (/^a\d+$/.test(asked))
    return articleSubject(await deps.store.articles.get(outright(scope), Number(asked.slice(1)) as ArticleId));
  if (/^u[\w-]{8,}$/.test(asked)) return pageSubject(asked, await deps.pages.byRef(asked));
  const address = bare(asked);
  if (looksLikeUrl(address)) return urlSubject(scope, address, deps);
  return wordsSubject({ scope, of: asked, length: 'normal', ...rest }, deps);
}

/** Discord shows no preview of "<https://…>", and hides one behind words as "[words](https://…)". */
function bare(text: string): string {
  const [, quiet, hidden] = /^<(\S+)>$|^\[[^\]]*\]\(<?(\S+?)>?\)$/u.exec(text) ?? [];
  return quiet ?? hidden ?? text;
}

/** "https://…", or a host and a path without blanks. */
function looksLikeUrl(text: string): boolean {
  return (
    /^[a-z][a-z\d+.-]*:\/\/\S*$/i.test(text) ||
    /^(www\.)?[\w-]+(\.[\w-]+)+(:\d+)?\/\S*$/i.test(text) ||
    /^www\.\S+$/i.test(text)
  );
}

async function storySubject(scope: Scope, ref: string, { store }: AnswerSummaryDeps): Promise<Subject | Problem> {
  const story = await findStory(scope, ref, store);
  return story ? { ref: `s${story.id}`, story, single: false } : { problem: 'expired' };
}

function articleSubject(article: Article | undefined): Subject | Problem {
  return article ? { ref: `a${article.id}`, story: alone(article), single: true } : { problem: 'expired' };
}

function pageSubject(
  ref: string,
  page: { readonly draft: ArticleDraft; readonly at: number } | undefined,
): Subject | Problem {
  if (page === undefined) return { problem: 'expired' };
  const host = page.draft.url === undefined ? '' : new URL(page.draft.url).host.replace(/^www\./, '');
  const article: Article = {
    ...page.draft,
    id: 0 as ArticleId,
    storyId: 0 as StoryId,
    source: page.draft.siteName ?? host,
    seenAt: page.at,
    updatedAt: undefined,
    copyOf: undefined,
  };
  return { ref, story: alone(article), single: true };
}

async function urlSubject(scope: Scope, typed: string, deps: AnswerSummaryDeps): Promise<Subject | Problem> {
  const url = /^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return { problem: 'not-a-url', input: typed };
  const stored = await deps.store.articles.byKeys(outright(scope), await deps.keysOf(scope, url));
  if (stored) return articleSubject(stored);
  const page = await deps.pages.byUrl(url);
  return 'problem' in page ? page : pageSubject(page.ref, page);
}

async function wordsSubject({ scope, of }: SummaryAsk, deps: AnswerSummaryDeps): Promise<Subject | Problem> {
  const found = await searchArticles({ scope, query: of, limit: 50, lenient: true }, deps);
  if ('problem' in found) return found;
  const best = found.hits[0];
  return best
    ? storySubject(scope, `s${best.article.storyId}`, deps)
    : { problem: 'nothing-found', query: of, orAddress: true };
}

function alone(article: Article): Story {
  const [story] = composeStories([article]);
  return story as Story;
}

function labelsOf(
  { story, single }: Subject,
  sentences: readonly string[],
  asked: Method | undefined,
  used: Method,
): readonly Label[] {
  const labels: Label[] = single ? [...articleLabels(story.articles[0] as Article)] : [...storyLabels(story)];
  const text = story.articles[0]?.text ?? '';
  const shown = sentences.reduce((sum, sentence) => sum + sentence.length, 0);
  if (story.articles.length === 1 && text !== '' && shown >= text.length * 0.9) labels.push('short');
  if (asked !== undefined && asked !== used) labels.push('other-method');
  return labels;
}

/** The lengths worth a button: a longer one where this one was filled, a shorter one where it would leave something out. */
function otherLengths(
  length: Length,
  shown: number,
): { readonly shorter: Length | undefined; readonly longer: Length | undefined } {
  const at = LENGTHS.indexOf(length);
  const shorter = LENGTHS[at - 1];
  return {
    shorter: shorter !== undefined && shown > SENTENCES[shorter] ? shorter : undefined,
    longer: shown >= SENTENCES[length] ? LENGTHS[at + 1] : undefined,
  };
}

const WORD_SCRIPTS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** For the reading time; scripts without spaces count two characters as a word. */
function countWords(text: string): number {
  const unspaced = text.match(WORD_SCRIPTS)?.length ?? 0;
  return (text.replace(WORD_SCRIPTS, ' ').match(/\S+/g)?.length ?? 0) + Math.ceil(unspaced / 2);
}
