// From a summary's offsets to what people see: numbered articles, and a link to the very sentence.

import { type Article, articleTime } from '../articles/article.ts';
import type { AnswerSentence, CitedArticle } from './answer.ts';
import type { CitedSentence } from './summary.ts';
import { textFragmentUrl } from './text-fragment.ts';

type Citable = Pick<Article, 'id' | 'source' | 'title' | 'url' | 'publishedAt' | 'coverage' | 'text'>;

export interface Cited {
  readonly sentences: readonly AnswerSentence[];
  /** Those quoted first, in the order of their numbers, then the rest. */
  readonly articles: readonly CitedArticle[];
}

/** `docs` by the ids that the cites name. Numbers run from 1 in the order in which articles are first quoted. */
export function citeArticles(sentences: readonly CitedSentence[], docs: ReadonlyMap<string | number, Citable>): Cited {
  const numbers = new Map<string | number, number>();
  const numberOf = (id: string | number): number => {
    const n = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, n);
    return n;
  };
  const cited = sentences.map(({ text, cites }) => ({
    text,
    cites: cites.map(({ doc, start, end }) => {
      const article = docs.get(doc);
      const url = article?.url === undefined ? undefined : textFragmentUrl(article.url, article.text.slice(start, end));
      return { n: numberOf(doc), url };
    }),
  }));
  for (const id of docs.keys()) numberOf(id);
  const articles = [...numbers].map(([id, n]) => toCitedArticle(docs.get(id) as Citable, n));
  return { sentences: cited, articles };
}

function toCitedArticle({ id, source, title, url, publishedAt, coverage }: Citable, n: number): CitedArticle {
  return { n, ref: id === 0 ? undefined : `a${id}`, source, title, url, publishedAt, coverage };
}

/** What the summarizer reads of an article. */
export function toSummaryDoc(article: Article) {
  return {
    id: article.id as number,
    title: article.title,
    text: article.text,
    source: article.source,
    publishedAt: articleTime(article),
    headings: article.headings,
  };
}
