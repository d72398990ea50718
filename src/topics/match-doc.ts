import { type Article, articleTime } from '../articles/article.ts';
import { guessLanguage, toTerms } from '../text/terms.ts';
import type { MatchDoc } from './match.ts';

type Said = Pick<Article, 'title' | 'text' | 'lang' | 'source' | 'url' | 'publishedAt' | 'seenAt'>;

/** A stored article as a query sees it: analysed when it is asked for. */
export function toMatchDoc(article: Said): MatchDoc {
  const { title, text, lang, source, url } = article;
  let titleTerms: string[] | undefined;
  let textTerms: string[] | undefined;
  return {
    lang,
    source,
    url,
    time: articleTime(article),
    get titleTerms() {
      titleTerms ??= toTerms(title, lang ?? guessLanguage(title));
      return titleTerms;
    },
    get textTerms() {
      textTerms ??= toTerms(text, lang ?? guessLanguage(text));
      return textTerms;
    },
  };
}
