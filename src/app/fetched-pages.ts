import { createHash } from 'node:crypto';
import type { ArticleDraft } from '../articles/article.ts';
import type { Cache } from '../cache.ts';
import { isProblem, type Problem } from '../errors.ts';
import type { FetchedPages } from '../summaries/answer-summary.ts';

export interface FetchedPage {
  readonly draft: ArticleDraft;
  readonly at: number;
}

/** Pages that people asked about, in a cache that forgets them after an hour: they join no index. */
export function createFetchedPages({
  cache,
  fetchPage,
  now,
}: {
  readonly cache: Cache<FetchedPage>;
  readonly fetchPage: (url: string) => Promise<ArticleDraft | Problem>;
  readonly now: () => number;
}): FetchedPages {
  const refOf = (of: string): string => `u${createHash('sha256').update(of).digest('base64url').slice(0, 16)}`;
  return {
    keep: async (draft) => {
      const ref = refOf(draft.text);
      await cache.set(ref, { draft, at: now() });
      return ref;
    },
    byRef: async (ref) => cache.get(ref),
    byUrl: async (url) => {
      const ref = refOf(url);
      const kept = await cache.get(ref);
      if (kept) return { ref, ...kept };
      const draft = await fetchPage(url);
      if (isProblem(draft)) return draft;
      const page = { draft, at: now() };
      await cache.set(ref, page);
      return { ref, ...page };
    },
  };
}
