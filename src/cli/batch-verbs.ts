// The verbs that read JSON Lines and answer each, without Discord and without a database. Each loads only what it needs.

import { METHODS, type Method, type SummaryDoc } from '../summaries/summary.ts';
import { idOf, list, object, optionalCount, optionalText, optionalTime, text } from './fields.ts';

type Line = Readonly<Record<string, unknown>>;

/** One line in, one value out (a list: several lines). `index` is the line's number from 0. */
export type LineVerb = (line: Line, index: number) => unknown;

export interface VerbOptions {
  readonly method: Method | undefined;
}

export const BATCH_VERBS: Readonly<Record<string, (options: VerbOptions) => Promise<LineVerb>>> = {
  extract: async () => {
    const { extractArticle } = await import('../articles/extract.ts');
    return (line) => {
      const id = idOf(line);
      const outcome = extractArticle(text(line, 'html'), optionalText(line, 'url'));
      if (outcome.kind === 'none') return { id, title: '', text: '', kind: 'none', reason: outcome.reason };
      const { draft, canonicalUrl, noindex } = outcome;
      return {
        id,
        title: draft.title,
        text: draft.text,
        author: draft.author,
        date: toIso(draft.publishedAt),
        modified: toIso(draft.modifiedAt),
        lang: draft.lang,
        canonical: canonicalUrl ?? draft.url,
        site: draft.siteName,
        section: draft.section,
        image: draft.imageUrl,
        kind: draft.kind,
        coverage: draft.coverage,
        noindex,
      };
    };
  },
  clean: async () => {
    const { cleanText } = await import('../articles/clean-text.ts');
    return (line) => {
      const { title, author, text: cleaned, lang } = cleanText(text(line, 'text'));
      return { id: idOf(line), title, author, text: cleaned, lang };
    };
  },
  'parse-feed': async () => {
    const { parseFeed } = await import('../feeds/parse.ts');
    return (line) => {
      const id = idOf(line);
      const parsed = parseFeed(Buffer.from(text(line, 'bytes'), 'base64'), {
        url: optionalText(line, 'url'),
        contentType: optionalText(line, 'content_type'),
      });
      if (!parsed.ok) return { id, ok: false, error: parsed.error };
      const items = parsed.feed.items.map((item) => ({
        id: item.guid,
        title: item.title,
        link: item.url,
        published: toIso(item.publishedAt ?? item.updatedAt),
        summary: item.summary,
        content: item.content,
      }));
      return { id, ok: true, title: parsed.feed.title, link: parsed.feed.link, items };
    };
  },
  language: async () => {
    const { detectLanguage } = await import('../text/detect.ts');
    return (line) => ({ id: idOf(line), lang: detectLanguage(text(line, 'text')) ?? null });
  },
  sentences: async () => {
    const { splitSentences } = await import('../text/sentences.ts');
    return (line) => {
      const whole = text(line, 'text');
      const spans = splitSentences(whole, optionalText(line, 'lang'));
      return { id: idOf(line), sentences: spans.map(({ start, end }) => whole.slice(start, end)) };
    };
  },
  summarize: async ({ method }) => {
    const { summarizeBy } = await import('../summaries/summarize-by.ts');
    return async (line) => {
      const docs = line.docs === undefined ? [toDoc(line, 0)] : list(line, 'docs').map(toDoc);
      const summary = await summarizeBy(docs, {
        lang: optionalText(line, 'lang'),
        sentences: optionalCount(line, 'sentences'),
        words: optionalCount(line, 'words'),
        method,
      });
      return {
        id: idOf(line),
        sentences: summary.sentences.map((sentence) => sentence.text),
        cites: summary.sentences.map(({ cites }) => cites),
        ...(method !== undefined && summary.method !== method ? { method: summary.method } : {}),
      };
    };
  },
  same: async () => {
    const { isSameEvent } = await import('../stories/same-event.ts');
    const side = (line: Line, name: string) => {
      const one = object(line, name);
      return { title: optionalText(one, 'title') ?? '', text: optionalText(one, 'text') ?? '' };
    };
    return (line, index) => ({
      i: index,
      same: isSameEvent(side(line, 'a'), side(line, 'b'), optionalText(line, 'lang')),
    });
  },
  stories: async () => (await import('./stream-verbs.ts')).storiesVerb(),
  copies: async () => (await import('./stream-verbs.ts')).copiesVerb(),
  rank: async () => (await import('./stream-verbs.ts')).rankVerb(),
};

export function toMethod(name: string | undefined): Method | undefined {
  if (name === undefined || (METHODS as readonly string[]).includes(name)) return name as Method | undefined;
  throw new RangeError(`there is no method "${name}": choose one of ${METHODS.join(', ')}`);
}

function toDoc(line: Line, index: number): SummaryDoc {
  const { id } = line;
  return {
    id: typeof id === 'string' || typeof id === 'number' ? id : index,
    title: optionalText(line, 'title'),
    text: text(line, 'text'),
    source: optionalText(line, 'source'),
    publishedAt: optionalTime(line, 'published'),
  };
}

function toIso(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}
