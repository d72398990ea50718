import { type Article, articleTime } from '../articles/article.ts';
import { guessLanguage, toTerms } from '../text/terms.ts';
import type { MatchDoc } from './match.ts';

/** A stored article as a query sees it. */
export function toMatchDoc(article: Article): MatchDoc {
  const { title, text, lang, source, url } = article;
  return {
    lang,
    source,
    url,
    time: articleTime(article),
    titleTerms: toTerms(title, lang ?? guessLanguage(title)),
    textTerms: toTerms(text, lang ?? guessLanguage(text)),
  };
}
