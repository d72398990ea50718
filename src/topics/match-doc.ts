import { type Article, articleTime } from '../articles/article.ts';
import { toTerms } from '../text/terms.ts';
import type { MatchDoc } from './match.ts';

/** A stored article as a query sees it. */
export function toMatchDoc(article: Article): MatchDoc {
  const { title, text, lang, source, url } = article;
  return {
    lang,
    source,
    url,
    time: articleTime(article),
    titleTerms: toTerms(title, lang),
    textTerms: toTerms(text, lang),
  };
}
