import type { Choice } from '../app.ts';
import type { Scope } from '../scope.ts';
import type { Store } from '../store/contract.ts';
import { fold } from '../text/fold.ts';
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

/** What may be searched for: the names of stories in scope that go on from the last words typed, then their headlines. */
export async function completeQueries(
  scope: Scope,
  typed: string,
  { articles, ...store }: Pick<Store, 'articles' | 'sources' | 'search'>,
): Promise<readonly Choice[]> {
  const values = await completeFields(scope, typed, store);
  if (values !== undefined) return values.filter(({ name }) => name.length <= MAX_NAME).slice(0, MAX_CHOICES);
  const head = HEAD.exec(typed)?.[0] ?? '';
  const last = typed.slice(head.length);
  if (!hasRoom(head)) return [];
  const titles = await articles.completeTitles(scope, titleFits(last), MAX_CHOICES * 2);
  const stories = [...new Set(titles.map(({ storyId }) => storyId))];
  const members = await articles.byStories(scope, stories.slice(0, STORIES));
  const told = Map.groupBy(members, ({ storyId }) => storyId);
  // What few tell has no names yet, only words.
  const most = [...told.values()].sort((a, b) => b.length - a.length);
  const names = most.flatMap((own) => namesOf(own.slice(0, TELLERS), NAMES_A_STORY));
  const fitting = [...new Set(names)].filter((name) => beginsIn(name, last));
  const longest = fitting.filter((name) => !fitting.some((other) => isPartOf(name, other))).slice(0, NAMES);
  const headlines = new Map(titles.map(({ storyId, title }) => [storyId, title.trim()] as const).reverse());
  const lines = [...longest, ...[...headlines.values()].reverse()].filter((line) => line !== '');
  return [...new Set(lines.map((line) => goOn(head, line)).filter(isWhole))]
    .slice(0, MAX_CHOICES)
    .map((line) => ({ name: clip(line, MAX_NAME), value: line }));
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
