// Title, author, times, address, image, language of a page, its several statements weighed against each other.

import { parseDate } from '../feeds/dates.ts';
import { isName, readByline } from './furniture.ts';
import { type LinkedArticle, readJsonLd } from './json-ld.ts';
import type { PageFacts } from './page-facts.ts';
import { type PageNode, textOf } from './page-tree.ts';

export interface Metadata {
  readonly title: string;
  readonly author: string | undefined;
  readonly siteName: string | undefined;
  readonly section: string | undefined;
  readonly publishedAt: number | undefined;
  readonly modifiedAt: number | undefined;
  readonly imageUrl: string | undefined;
  readonly canonicalUrl: string | undefined;
  readonly ampUrl: string | undefined;
  readonly lang: string | undefined;
  readonly noindex: boolean;
  readonly isPaywalled: boolean;
  readonly linked: readonly LinkedArticle[];
}

export interface PageSource {
  readonly facts: PageFacts;
  readonly jsonLd: readonly string[];
  readonly url: string | undefined;
}

export function readMetadata({ facts, jsonLd, url }: PageSource): Metadata {
  const linked = readJsonLd(jsonLd);
  const base = resolve(facts.base, url) ?? url;
  const siteName = clean(
    first(facts, ['og:site_name', 'application-name', 'apple-mobile-web-app-title']) ??
      linked.find((one) => one.publisher)?.publisher,
  );
  const canonical = facts.links.find((link) => link.rel === 'canonical')?.href ?? first(facts, ['og:url']);
  return {
    title: readTitle(facts, linked, siteName),
    author: readAuthor(facts, linked, siteName),
    siteName,
    section: clean(
      first(facts, ['article:section', 'articlesection', 'section', 'parsely-section', 'cxenseparse:recs:category']) ??
        linked[0]?.section,
    ),
    publishedAt: readPublished(facts, linked, url),
    modifiedAt: readModified(facts, linked),
    imageUrl: resolve(
      first(facts, ['og:image', 'og:image:url', 'og:image:secure_url', 'twitter:image', 'twitter:image:src']) ??
        linked.find((one) => one.image)?.image,
      base,
    ),
    canonicalUrl: canonicalOf(canonical, base),
    ampUrl: resolve(facts.links.find((link) => link.rel === 'amphtml')?.href, base),
    lang: langOf(facts, linked),
    noindex: /\b(?:noindex|none)\b/i.test(
      [facts.meta.get('robots'), facts.meta.get('googlebot'), facts.meta.get('broadsheet')].join(' '),
    ),
    isPaywalled:
      linked.some((one) => one.isFree === false) ||
      /^(?:locked|metered|premium)$/i.test(first(facts, ['article:content_tier']) ?? ''),
    linked,
  };
}

function first(facts: PageFacts, keys: readonly string[]): string | undefined {
  for (const key of keys) if (facts.meta.get(key)) return facts.meta.get(key);
  return undefined;
}

function clean(text: string | undefined): string | undefined {
  const plain = text
    ?.replace(/<[^>]{0,300}>/g, '')
    .replace(/&amp;/g, '&')
    .replace(/&(?:quot|#34);/g, '"')
    .replace(/&(?:#0?39|apos|rsquo|#8217);/g, '’')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain === '' ? undefined : plain;
}

function resolve(href: string | undefined, base: string | undefined): string | undefined {
  if (href === undefined) return undefined;
  const url = URL.parse(href.trim(), base);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

/** A canonical address that leads to the site's front page is a template's mistake. */
function canonicalOf(href: string | undefined, base: string | undefined): string | undefined {
  const url = resolve(href, base);
  if (url === undefined) return undefined;
  const isFront = new URL(url).pathname === '/' && new URL(url).search === '';
  const isAsked = base !== undefined && URL.parse(base)?.pathname !== '/';
  return isFront && isAsked ? undefined : url;
}

function langOf(facts: PageFacts, linked: readonly LinkedArticle[]): string | undefined {
  const said =
    facts.lang ?? first(facts, ['og:locale', 'content-language', 'language', 'dc.language']) ?? linked[0]?.lang;
  return /^\s*([a-z]{2,3})(?:[-_]|$)/i.exec(said ?? '')?.[1]?.toLowerCase();
}

function readTitle(facts: PageFacts, linked: readonly LinkedArticle[], siteName: string | undefined): string {
  const heading = facts.headings
    .filter((node) => node.tag === 'h1')
    .map(textOf)
    .filter((text) => text !== '');
  const open = clean(first(facts, ['og:title', 'twitter:title']));
  const doc = clean(facts.docTitle);
  const said = [open, doc, clean(linked[0]?.headline)].filter((title) => title !== undefined);
  // The heading that readers see, where the page's head says the same.
  const shown = heading.find((text) => said.some((title) => agree(title, text)));
  if (shown !== undefined) return shown;
  const best = open ?? clean(linked[0]?.headline) ?? doc ?? heading[0] ?? '';
  return cutSiteName(best, siteName);
}

function agree(title: string, heading: string): boolean {
  const [a, b] = [squash(title), squash(heading)];
  return b.length >= 4 && (a === b || a.startsWith(b) || a.endsWith(b) || (b.startsWith(a) && a.length > 20));
}

function squash(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const SEPARATOR = /\s+[|–—•·»«:/-]+\s+|\s*[|｜]\s*/u;

/** "Bridge reopens | Example News" → "Bridge reopens" */
function cutSiteName(title: string, siteName: string | undefined): string {
  const parts = title.split(SEPARATOR);
  if (parts.length < 2) return title;
  const last = parts.at(-1)!;
  const isSite = siteName !== undefined && squash(siteName).includes(squash(last));
  const start = title.slice(0, title.length - last.length).replace(/[\s|｜–—•·»«:/-]+$/u, '');
  return (isSite || last.length <= 25 || /[|｜]/.test(title)) && start.length >= 15 ? start : title;
}

function readAuthor(
  facts: PageFacts,
  linked: readonly LinkedArticle[],
  siteName: string | undefined,
): string | undefined {
  const fromLinked = linked
    .map((one) => one.authors.map(tidyName).filter((name) => name !== undefined))
    .find((names) => names.length > 0);
  if (fromLinked !== undefined && fromLinked.length > 0 && squash(fromLinked[0]!) !== squash(siteName ?? ''))
    return [...new Set(fromLinked)].join(', ');
  const fromMeta = tidyName(
    first(facts, [
      'author',
      'article:author',
      'dc.creator',
      'parsely-author',
      'sailthru.author',
      'byl',
      'article:author_name',
      'citation_author',
      'twitter:data1',
    ]),
  );
  if (fromMeta !== undefined && isName(fromMeta.split(',')[0]!)) return fromMeta;
  return authorOnPage(facts.bylines) ?? fromMeta ?? fromLinked?.[0];
}

function authorOnPage(bylines: readonly PageNode[]): string | undefined {
  for (const node of bylines) {
    const text = textOf(node);
    if (text.length < 3 || text.length > 120) continue;
    const name = readByline(text) ?? tidyName(text);
    if (name !== undefined && isName(name)) return name;
  }
  return undefined;
}

/** "By Ann Lee, Staff writer" → "Ann Lee"; addresses and accounts are no names. */
function tidyName(text: string | undefined): string | undefined {
  const name = clean(text)
    ?.replace(/^(?:by|von|par|por|автор:?|written by|posted by)\s+/i, '')
    .replace(/\s*[|•·].*$/, '')
    .trim();
  if (name === undefined || name === '' || name.length > 100) return undefined;
  if (/^https?:|^www\.|@|^(?:admin|administrator|editor|staff|redaktion|null|undefined|none)$/i.test(name))
    return undefined;
  return name;
}

function readPublished(
  facts: PageFacts,
  linked: readonly LinkedArticle[],
  url: string | undefined,
): number | undefined {
  const said = [
    ...linked.map((one) => one.published),
    first(facts, [
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
      'og:published_time',
      'article.published',
      'published',
      'publication_date',
      'lastmod',
      'rnews:datepublished',
      'originalpublicationdate',
      'article:post_date',
      'last-modified',
    ]),
  ];
  for (const text of said) {
    const at = text === undefined ? undefined : sane(parseDate(text));
    if (at !== undefined) return at;
  }
  return dateOnPage(facts) ?? dateInUrl(url);
}

function dateOnPage(facts: PageFacts): number | undefined {
  for (const node of [...facts.times, ...facts.dates]) {
    const text = node.attrs.datetime ?? node.attrs.content ?? textOf(node);
    if (text.length < 6 || text.length > 100 || !/\d{4}|\d[./-]\d/.test(text)) continue;
    const at = sane(parseDate(text));
    if (at !== undefined) return at;
  }
  return undefined;
}

// /2024/06/20/, /2024-06-20-
function dateInUrl(url: string | undefined): number | undefined {
  const match = /[/_-]((?:19|20)\d\d)[/_-]([01]?\d)[/_-]([0-3]?\d)(?=[/_-])/.exec(url ?? '');
  if (!match) return undefined;
  return sane(parseDate(`${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`));
}

/** The web has no article from before 1990, and templates say 1970. */
function sane(at: number | undefined): number | undefined {
  return at !== undefined && at > 631_152_000_000 ? at : undefined;
}

function readModified(facts: PageFacts, linked: readonly LinkedArticle[]): number | undefined {
  const text =
    linked.find((one) => one.modified)?.modified ??
    first(facts, ['article:modified_time', 'og:updated_time', 'datemodified', 'dcterms.modified', 'last-modified']);
  return text === undefined ? undefined : sane(parseDate(text));
}
