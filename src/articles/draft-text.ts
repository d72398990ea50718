import { splitSentences } from '../text/sentences.ts';
import type { ArticleDraft } from './article.ts';
import { cleanText } from './clean-text.ts';

const HEADLINE_LENGTH = 120;

/** A text without a page as an article: its first sentence is the headline where it has none. The text may be empty. */
export function draftText(raw: string): ArticleDraft {
  const { title, author, text, headings, lang } = cleanText(raw);
  return {
    url: undefined,
    title: title ?? firstSentence(text, lang),
    text,
    headings,
    lang,
    author,
    siteName: undefined,
    section: undefined,
    publishedAt: undefined,
    modifiedAt: undefined,
    imageUrl: undefined,
    kind: 'article',
    coverage: 'full',
  };
}

function firstSentence(text: string, lang: string | undefined): string {
  const [first] = splitSentences(text.slice(0, 2_000), lang);
  const sentence = first ? text.slice(first.start, first.end) : text.slice(0, HEADLINE_LENGTH);
  return sentence.length > HEADLINE_LENGTH ? `${sentence.slice(0, HEADLINE_LENGTH - 1).toWellFormed()}…` : sentence;
}
