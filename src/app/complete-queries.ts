import type { Choice } from '../app.ts';
import { type Article, articleTime } from '../articles/article.ts';
import type { Scope } from '../scope.ts';
import type { Store } from '../store/contract.ts';
import { fold } from '../text/fold.ts';
import { boundParts } from '../topics/free-words.ts';
import { isMatch } from '../topics/match.ts';
import { toMatchDoc } from '../topics/match-doc.ts';
import { meanSources } from '../topics/mean-sources.ts';
import { parseQuery } from '../topics/query.ts';
import { namesOf } from '../trends/story-names.ts';
import { completeFields } from './complete-fields.ts';
import { clip, goOn, hasRoom, isWhole } from './go-on.ts';
import { titleFits } from './title-fits.ts';

/** Discord's, of a choice's name. */
const MAX_NAME = 100;
const MAX_CHOICES = 25;
/** Stories whose names are read, and how many of their articles: while somebody types, milliseconds count. */
const STORIES = 8;
const TELLERS = 4;
const NAMES_A_STORY = 4;
const NAMES = 8;

/** What is typed already and stays: up to the last operator. */
const HEAD =
  /^(?:.*(?:["“”„«»()|]|(?:^|\s)[-−–]|(?:^|\s)(?:source|lang|since):\S+\s|(?:^|\s)title:|\s(?:OR|NOT|AND)\s))?\s*/su;

/** Of what is put in after it, only a headline is asked. */
const OF_TITLES = /title[:：]["“„]?$/iu;

type Parts = Pick<Store, 'articles' | 'sources' | 'search'>;

/** What may be searched for: the names of stories in scope that go on from the last words typed, then their headlines. */
export async function completeQueries(scope: Scope, typed: string, store: Parts): Promise<readonly Choice[]> {
  const values = await completeFields(scope, typed, store);
  if (values !== undefined) return values.filter(({ name }) => name.length <= MAX_NAME).slice(0, MAX_CHOICES);
  const head = HEAD.exec(typed)?.[0] ?? '';
  if (!hasRoom(head)) return [];
  const last = typed.slice(head.length);
  const narrow = await narrowing(head, scope, store);
  const titles = await titlesFor(last, narrow, scope, store);
  const names = await namesFor(titles, narrow, scope, store);
  const isSaid = (name: string): boolean => !OF_TITLES.test(head) || titles.some(({ title }) => title.includes(name));
  const fitting = names.filter((name) => beginsIn(name, last) && isSaid(name));
  const longest = fitting.filter((name) => !fitting.some((other) => isPartOf(name, other))).slice(0, NAMES);
  const headlines = new Map(titles.map(({ storyId, title }) => [storyId, title.trim()] as const).reverse());
  const lines = [...longest, ...[...headlines.values()].reverse()].filter((line) => line !== '');
  return [...new Set(lines.map((line) => goOn(head, line)).filter(isWhole))]
    .slice(0, MAX_CHOICES)
    .map((line) => ({ name: clip(line, MAX_NAME), value: line }));
}

type Narrow = (article: Article) => boolean;
type Title = Pick<Article, 'id' | 'storyId' | 'title'>;

/** Whether an article is of the sources and languages that are typed already; undefined: none are. */
async function narrowing(head: string, scope: Scope, store: Parts): Promise<Narrow | undefined> {
  const parsed = parseQuery(head);
  const bound = 'ok' in parsed ? boundParts(parsed.query) : [];
  const parts = bound.filter(({ kind }) => kind === 'source' || kind === 'lang');
  if (parts.length === 0) return undefined;
  const query = await meanSources({ kind: 'and', parts }, scope, store);
  return (article) => isMatch(query, toMatchDoc(article), articleTime(article));
}

async function titlesFor(last: string, narrow: Narrow | undefined, scope: Scope, { articles }: Parts) {
  const titles: readonly Title[] = await articles.completeTitles(scope, titleFits(last), MAX_CHOICES * 2);
  if (narrow === undefined) return titles;
  const ids = titles.map(({ id }) => id);
  return (await articles.getMany(scope, ids)).filter(narrow);
}

/** Each once, those of what most tell first: what few tell has no names yet, only words. */
async function namesFor(
  titles: readonly Title[],
  narrow: Narrow | undefined,
  scope: Scope,
  { articles }: Parts,
): Promise<readonly string[]> {
  const stories = [...new Set(titles.map(({ storyId }) => storyId))];
  const members = (await articles.byStories(scope, stories.slice(0, STORIES))).filter(narrow ?? (() => true));
  const told = Map.groupBy(members, ({ storyId }) => storyId);
  const most = [...told.values()].sort((a, b) => b.length - a.length);
  return [...new Set(most.flatMap((own) => namesOf(own.slice(0, TELLERS), NAMES_A_STORY)))];
}

/** "Ansel" beside "Port Ansel". */
function isPartOf(name: string, other: string): boolean {
  return other.length > name.length && ` ${other.toLowerCase()} `.includes(` ${name.toLowerCase()} `);
}

/** Whether one of its words begins so. */
function beginsIn(name: string, typed: string): boolean {
  const wanted = fold(typed.trim().toLowerCase());
  return ` ${fold(name.toLowerCase())}`.includes(` ${wanted}`);
}
