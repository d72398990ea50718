import { articleTime } from '../articles/article.ts';
import { articleLabels } from '../articles/labels.ts';
import type { Problem } from '../errors.ts';
import type { Scope } from '../scope.ts';
import { HITS_A_PAGE, type SearchAnswer, type SearchHit } from '../stories/answer.ts';
import { composeStories } from '../stories/compose-stories.ts';
import { parseQuery } from './query.ts';
import { type Found, type Hit, type SearchDeps, searchArticles } from './search-articles.ts';
import { makeSnippet } from './snippet.ts';
import { unknownSource } from './unknown-source.ts';

const MAX_HITS = 50;
const SNIPPET_LENGTH = 180;

/** One hit a story: its best article, with the piece of text that holds most of the asked words where it is shown. */
export async function answerSearch(
  { scope, query, page = 0 }: { readonly scope: Scope; readonly query: string; readonly page?: number },
  { store, now }: SearchDeps,
): Promise<SearchAnswer | Problem> {
  const found = await searchArticles({ scope, query, limit: MAX_HITS * 2 }, { store, now });
  if ('problem' in found) return found;
  if (found.hits.length === 0) return (await whyNothing(query, scope, store)) ?? { problem: 'nothing-found', query };
  const best = [...Map.groupBy(found.hits, ({ article }) => article.storyId).values()].map(([first]) => first as Hit);
  const shown = best.slice(0, MAX_HITS);
  const members = await store.articles.byStories(
    scope,
    shown.map(({ article }) => article.storyId),
  );
  const sources = new Map(composeStories(members).map((story) => [story.id, story.sources]));
  const hits = shown.map((hit, i) =>
    toSearchHit(hit, sources.get(hit.article.storyId) ?? [], Math.floor(i / HITS_A_PAGE) === page ? found : undefined),
  );
  return { kind: 'search', query, hits, corrected: found.corrected, archive: found.archive };
}

/** Without `found` it is not shown: to cut a piece out of a text costs more than all the rest. */
function toSearchHit({ article }: Hit, sources: readonly string[], found: Found | undefined): SearchHit {
  return {
    ref: `s${article.storyId}`,
    title: article.title,
    url: article.url,
    source: article.source,
    at: articleTime(article),
    labels: articleLabels(article),
    sources,
    snippet:
      found === undefined
        ? []
        : makeSnippet(article.text, found.marks, { lang: article.lang, maxLength: SNIPPET_LENGTH }),
  };
}

async function whyNothing(typed: string, scope: Scope, store: SearchDeps['store']): Promise<Problem | undefined> {
  const parsed = parseQuery(typed);
  return 'ok' in parsed ? unknownSource(parsed.query, scope, store) : undefined;
}
