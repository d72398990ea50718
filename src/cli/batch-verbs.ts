// The verbs that read JSON Lines and answer each: PRODUCT's command line, without Discord and without a database.

import { cleanText } from '../articles/clean-text.ts';
import { extractArticle } from '../articles/extract.ts';
import { parseFeed } from '../feeds/parse.ts';
import { isSameEvent } from '../stories/same-event.ts';
import { summarizeBy } from '../summaries/summarize-by.ts';
import { METHODS, type Method, type SummaryDoc } from '../summaries/summary.ts';
import { detectLanguage } from '../text/detect.ts';
import { splitSentences } from '../text/sentences.ts';
import { idOf, list, object, optionalCount, optionalText, optionalTime, text } from './fields.ts';

type Line = Readonly<Record<string, unknown>>;

/** One line in, one value out. `index` is the line's number from 0. */
export type LineVerb = (line: Line, index: number, options: { readonly method: Method | undefined }) => unknown;

export const LINE_VERBS: Readonly<Record<string, LineVerb>> = {
  extract: (line) => {
    const id = idOf(line);
    const outcome = extractArticle(text(line, 'html'), optionalText(line, 'url'));
    if (outcome.kind === 'none') return { id, title: '', text: '', kind: 'none', reason: outcome.reason };
    const { draft } = outcome;
    return {
      id,
      title: draft.title,
      text: draft.text,
      author: draft.author,
      date: toIso(draft.publishedAt),
      modified: toIso(draft.modifiedAt),
      lang: draft.lang,
      canonical: outcome.canonicalUrl ?? draft.url,
      site: draft.siteName,
      section: draft.section,
      image: draft.imageUrl,
      kind: draft.kind,
      coverage: draft.coverage,
      noindex: outcome.noindex,
    };
  },
  clean: (line) => {
    const { title, author, text: cleaned, lang } = cleanText(text(line, 'text'));
    return { id: idOf(line), title, author, text: cleaned, lang };
  },
  'parse-feed': (line) => {
    const id = idOf(line);
    const url = optionalText(line, 'url');
    const contentType = optionalText(line, 'content_type');
    const parsed = parseFeed(Buffer.from(text(line, 'bytes'), 'base64'), {
      ...(url === undefined ? {} : { url }),
      ...(contentType === undefined ? {} : { contentType }),
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
  },
  language: (line) => ({ id: idOf(line), lang: detectLanguage(text(line, 'text')) ?? null }),
  sentences: (line) => {
    const whole = text(line, 'text');
    const spans = splitSentences(whole, optionalText(line, 'lang'));
    return { id: idOf(line), sentences: spans.map(({ start, end }) => whole.slice(start, end)) };
  },
  summarize: async (line, _, { method }) => {
    const docs = line.docs === undefined ? [toDoc(line, 0)] : list(line, 'docs').map(toDoc);
    const lang = optionalText(line, 'lang');
    const sentences = optionalCount(line, 'sentences');
    const words = optionalCount(line, 'words');
    const summary = await summarizeBy(docs, {
      ...(lang === undefined ? {} : { lang }),
      ...(sentences === undefined ? {} : { sentences }),
      ...(words === undefined ? {} : { words }),
      ...(method === undefined ? {} : { method }),
    });
    return {
      id: idOf(line),
      sentences: summary.sentences.map((sentence) => sentence.text),
      cites: summary.sentences.map(({ cites }) => cites),
      ...(method !== undefined && summary.method !== method ? { method: summary.method } : {}),
    };
  },
  same: (line, index) => {
    const [a, b] = [object(line, 'a'), object(line, 'b')].map((one) => ({
      title: optionalText(one, 'title') ?? '',
      text: optionalText(one, 'text') ?? '',
    }));
    return { i: index, same: isSameEvent(a!, b!, optionalText(line, 'lang')) };
  },
};

export function toMethod(name: string | undefined): Method | undefined {
  if (name === undefined || (METHODS as readonly string[]).includes(name)) return name as Method | undefined;
  throw new RangeError(`there is no method "${name}": choose one of ${METHODS.join(', ')}`);
}

function toDoc(line: Line, index: number): SummaryDoc {
  const title = optionalText(line, 'title');
  const source = optionalText(line, 'source');
  const publishedAt = optionalTime(line, 'published');
  const id = typeof line.id === 'string' || typeof line.id === 'number' ? line.id : index;
  return {
    id,
    text: text(line, 'text'),
    ...(title === undefined ? {} : { title }),
    ...(source === undefined ? {} : { source }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
  };
}

function toIso(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}
