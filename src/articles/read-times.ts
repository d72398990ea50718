// When a page was published and changed: what its head says, then what it shows near the headline, then its address.

import { parseDate } from '../feeds/dates.ts';
import type { LinkedArticle } from './json-ld.ts';
import type { PageBlock } from './page-blocks.ts';
import type { PageFacts } from './page-facts.ts';
import { type PageNode, textOf } from './page-tree.ts';

export interface TimeSource {
  readonly facts: PageFacts;
  readonly linked: readonly LinkedArticle[];
  readonly url: string | undefined;
  readonly nearTitle: readonly PageBlock[];
}

const PUBLISHED_KEYS = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'citation_publication_date',
  'citation_online_date',
  'og:published_time',
  'article.published',
  'published',
  'publication_date',
  'rnews:datepublished',
  'originalpublicationdate',
  'article:post_date',
  'created',
  'dc.date.created',
  'og:pubdate',
]; // prettier-ignore
const MODIFIED_KEYS = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'last-modified',
  'lastmod',
  'modified',
];

export function readPublished({ facts, linked, url, nearTitle }: TimeSource): number | undefined {
  const said = [...linked.map((one) => one.published), ...PUBLISHED_KEYS.map((key) => facts.meta.get(key))];
  return (
    firstDate(said) ??
    firstDate(facts.times.map(statedTime)) ??
    firstDate(nearTitle.map((block) => shownDate(block.text))) ??
    firstDate(facts.dates.map((node) => shownDate(textOf(node)))) ??
    dateInUrl(url) ??
    firstDate(linked.map((one) => one.modified)) ??
    firstDate(MODIFIED_KEYS.map((key) => facts.meta.get(key)))
  );
}

export function readModified({ facts, linked }: Pick<TimeSource, 'facts' | 'linked'>): number | undefined {
  return firstDate([...linked.map((one) => one.modified), ...MODIFIED_KEYS.map((key) => facts.meta.get(key))]);
}

function firstDate(texts: readonly (string | undefined)[]): number | undefined {
  for (const text of texts) {
    const at = text === undefined ? undefined : parseDate(text);
    // The web has no article from before 1990, and templates say 1970.
    if (at !== undefined && at > 631_152_000_000) return at;
  }
  return undefined;
}

function statedTime(node: PageNode): string | undefined {
  const text = node.attrs.datetime ?? node.attrs.content ?? textOf(node);
  return text.length >= 6 && text.length <= 100 && /\d{4}|\d[./-]\d/.test(text) ? text : undefined;
}

/** A line that holds a whole day and little else: "Published on June 20, 2024 · 5 min read". */
function shownDate(text: string): string | undefined {
  if (text.length < 8 || text.length > 110) return undefined;
  // "Ann LeeMarch 4, 2026": markup, not a space, sets the two apart.
  return DAY.exec(text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))?.[0];
}

// 20 June 2024, June 20th, 2024, 20. Juni 2024, 2024-06-20, 20.06.2024, 20/06/2024, 2024年6月20日, 20 de junio de 2024
const DAY =
  /\b\d{1,2}(?:st|nd|rd|th|er)?[.\s-]+(?:de\s+|of\s+)?\p{L}{3,12}\.?,?[\s-]+(?:de\s+)?(?:19|20)\d\d\b|\p{L}{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d\b|\b(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d\b|(?:19|20)\d\d年\s?\d{1,2}月\s?\d{1,2}日/u;

// /2024/06/20/, /2024-06-20-
function dateInUrl(url: string | undefined): number | undefined {
  const match = /[/_-]((?:19|20)\d\d)[/_-]([01]?\d)[/_-]([0-3]?\d)(?=[/_+-]|$)/.exec(url ?? '');
  return match ? firstDate([`${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`]) : undefined;
}
