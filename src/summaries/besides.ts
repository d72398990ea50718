import type { Article } from '../articles/article.ts';
import type { Story } from '../stories/story.ts';
import { toSummaryDoc } from './cite-articles.ts';
import { MAX_DOCS, type Summarize } from './story-card.ts';

/** With the other articles of a story at hand, which the reader knows: they are not summarized, only what is new to them is. */
export function besides({ articles }: Story, news: readonly Article[], summarize: Summarize): Summarize {
  const fresh = new Set<string | number>(news.map(({ id }) => id));
  return async (docs, budget) => {
    const old = articles.filter(({ id, lang, text }) => !fresh.has(id) && text !== '' && lang === budget.lang);
    const known = old.slice(0, MAX_DOCS).map(toSummaryDoc);
    const summary = await summarize([...docs, ...known], { ...budget, known: known.map(({ id }) => id) });
    const sentences = summary.sentences.map(({ text, cites }) => ({
      text,
      cites: cites.filter(({ doc }) => fresh.has(doc)),
    }));
    return { ...summary, sentences };
  };
}
