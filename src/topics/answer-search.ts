import { articleTime } from '../articles/article.ts';
import { articleLabels } from '../articles/labels.ts';
import type { Problem } from '../errors.ts';
import type { Scope } from '../scope.ts';
import type { SearchAnswer, SearchHit } from '../stories/answer.ts';
import { composeStories } from '../stories/compose-stories.ts';
import { type Found, type Hit, type SearchDeps, searchArticles } from './search-articles.ts';
import { makeSnippet } from './snippet.ts';

const MAX_HITS = 50;
const SNIPPET_LENGTH = 180;

/** One hit a story: its best article, with the piece of text that holds most of the asked words. */
export async function answerSearch(
  { scope, query }: { readonly scope: Scope; readonly query: string },
  { store, now }: SearchDeps,
): Promise<SearchAnswer | Problem> {
  const found = await searchArticles({ scope, query, limit: MAX_HITS * 2 }, { store, now });
  if ('problem' in found) return found;
  if (found.hits.length === 0) return { problem: 'nothing-found', query };
  const best = [...Map.groupBy(found.hits, ({ article }) => article.storyId).values()].map(([first]) => first as Hit);
  const shown = best.slice(0, MAX_HITS);
  const members = await store.articles.byStories(
    scope,
    shown.map(({ article }) => article.storyId),
  );
  const sources = new Map(composeStories(members).map((story) => [story.id, story.sources]));
  const hits = shown.map((hit) => toSearchHit(hit, sources.get(hit.article.storyId) ?? [], found));
  return { kind: 'search', query, hits, corrected: undefined };
}

function toSearchHit({ article }: Hit, sources: readonly string[], { terms }: Found): SearchHit {
  return {
    ref: `s${article.storyId}`,
    title: article.title,
    url: article.url,
    source: article.source,
    at: articleTime(article),
    labels: articleLabels(article),
    sources,
    snippet: makeSnippet(article.text, terms, { lang: article.lang, maxLength: SNIPPET_LENGTH }),
  };
}
