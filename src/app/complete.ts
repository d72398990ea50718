import type { App, Choice } from '../app.ts';
import { isProblem } from '../errors.ts';
import { starterPacks } from '../feeds/starter-packs.ts';
import type { Scope } from '../scope.ts';
import { searchArticles } from '../topics/search-articles.ts';
import { offerStarterTopics } from '../topics/starter-topics.ts';
import { splitList } from '../topics/topic-fields.ts';
import { completeQueries } from './complete-queries.ts';
import type { AppDeps } from './create-app.ts';
import { goOn, isWhole } from './go-on.ts';
import { titleFits } from './title-fits.ts';

const MAX_CHOICES = 25;
const MAX_NAME = 100;
/** Characters: what is shorter is still being typed. */
const SEARCHED = 4;

/** What autocomplete offers; the value is the stored id, or a ref for stories. */
export function completions({ store, now }: Pick<AppDeps, 'store' | 'now'>): App['complete'] {
  return {
    stories: async (scope, typed) => {
      const fitting = await store.articles.completeTitles(scope, titleFits(typed), MAX_CHOICES * 2);
      const titles = fitting.length > 0 ? fitting : await searched(scope, typed, { store, now });
      const byStory = new Map(titles.map(({ storyId, title }) => [storyId, title] as const).reverse());
      return [...byStory]
        .reverse()
        .map(([id, title]) => toChoice(title, `s${id}`))
        .slice(0, MAX_CHOICES);
    },
    queries: async (scope, typed) => {
      const found = await completeQueries(scope, typed, store);
      // With an operator in it, what is offered would have to be put into its place.
      if (found.length > 0 || /[^\p{L}\p{N}\p{M}\s]|\s(?:OR|NOT|AND)\s/u.test(typed)) return found;
      const titles = new Set((await searched(scope, typed, { store, now })).map(({ title }) => title.trim()));
      return [...titles].map((title) => toChoice(title, goOn('', title))).filter(({ value }) => isWhole(value));
    },
    topics: async (owner, typed) => matching(await store.topics.list(owner), typed),
    topicLists: async (owner, typed) => matchingLast(await store.topics.list(owner), typed),
    sources: async (owner, typed) => matching(await store.sources.list(owner), typed),
    sourceLists: async (owner, typed) => matchingLast(await store.sources.list(owner), typed),
    digests: async (owner, typed) => matching(await store.digests.list(owner), typed),
    packs: async (typed) => {
      const wanted = typed.trim().toLowerCase();
      const found = starterPacks().filter(({ name, id }) => `${name} ${id}`.toLowerCase().includes(wanted));
      return found.slice(0, MAX_CHOICES).map(({ name, id, lang }) => toChoice(`${name} (${lang})`, id));
    },
    starterTopics: async (typed, locale) => offerStarterTopics(typed, locale.slice(0, 2)).slice(0, MAX_CHOICES),
    timeZones: async (typed) => {
      const wanted = typed.trim().toLowerCase().replaceAll(' ', '_');
      const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];
      const found = zones.filter((zone) => zone.toLowerCase().includes(wanted));
      return found.slice(0, MAX_CHOICES).map((zone) => toChoice(zone, zone));
    },
  };
}

/** What is in no headline may be in a text, or mistyped. */
async function searched(scope: Scope, typed: string, deps: Pick<AppDeps, 'store' | 'now'>) {
  if (typed.trim().length < SEARCHED) return [];
  const found = await searchArticles({ scope, query: typed, limit: MAX_CHOICES, lenient: true }, deps);
  return isProblem(found) ? [] : found.hits.map(({ article: { storyId, title } }) => ({ storyId, title }));
}

interface Named {
  readonly id: number;
  readonly name: string;
}

/** Of names with commas between them the last is being typed, and what is there already is not offered again. */
function matchingLast(nouns: readonly Named[], typed: string): readonly Choice[] {
  const at = typed.lastIndexOf(',') + 1;
  const whole = matching(nouns, typed);
  if (at === 0 || whole.length > 0) return whole;
  const head = `${typed.slice(0, at).trim()} `;
  const there = splitList(head).map((one) => one.toLowerCase());
  const others = nouns.filter(({ id, name }) => !there.includes(String(id)) && !there.includes(name.toLowerCase()));
  return matching(others, typed.slice(at)).map(({ name, value }) => ({ name: head + name, value: head + value }));
}

/** Names that start with what was typed come before those that contain it. */
function matching(nouns: readonly Named[], typed: string): readonly Choice[] {
  const wanted = typed.trim().toLowerCase();
  const found = nouns.filter(({ name }) => name.toLowerCase().includes(wanted));
  const starts = (name: string): number => (name.toLowerCase().startsWith(wanted) ? 0 : 1);
  return found
    .sort((a, b) => starts(a.name) - starts(b.name) || a.name.localeCompare(b.name))
    .slice(0, MAX_CHOICES)
    .map(({ id, name }) => toChoice(name, String(id)));
}

function toChoice(name: string, value: string): Choice {
  const shown = name.trim() || value;
  return { name: shown.length > MAX_NAME ? `${shown.slice(0, MAX_NAME - 1).toWellFormed()}…` : shown, value };
}
