// Title, author, times, address, image, language of a page, its several statements weighed against each other.

import { normalizeUrl, pageAddress } from '../feeds/normalize-url.ts';
import { type LinkedArticle, readJsonLd } from './json-ld.ts';
import type { PageBlock } from './page-blocks.ts';
import type { PageFacts } from './page-facts.ts';
import { cleanFact } from './plain-fact.ts';
import { readAuthor } from './read-author.ts';
import { readModified, readPublished } from './read-times.ts';
import { readTitle, squash } from './read-title.ts';

export interface Metadata {
  readonly title: string;
  readonly author: string | undefined;
  readonly description: string | undefined;
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
  /** The page holds a box that asks for a subscription, in front of its text or not. */
  readonly hasPaywallBox: boolean;
  /** og:type */
  readonly openType: string | undefined;
  readonly linked: readonly LinkedArticle[];
}

export interface PageSource {
  readonly facts: PageFacts;
  readonly jsonLd: readonly string[];
  readonly url: string | undefined;
  readonly blocks: readonly PageBlock[];
}

export function readMetadata({ facts, jsonLd, url, blocks }: PageSource): Metadata {
  const linked = readJsonLd(jsonLd);
  const base = resolve(facts.base, url) ?? url;
  const siteName = cleanFact(
    first(facts, ['og:site_name', 'application-name', 'apple-mobile-web-app-title']) ??
      linked.find((one) => one.publisher)?.publisher,
  );
  const said = [first(facts, ['og:title', 'twitter:title']), linked[0]?.headline, facts.docTitle];
  const title = readTitle({ facts, siteName, said: said.map(cleanFact).filter((one) => one !== undefined) });
  const nearTitle = linesNear(blocks, title);
  const canonical = facts.links.find((link) => link.rel === 'canonical')?.href ?? first(facts, ['og:url']);
  return {
    title,
    author: readAuthor({ facts, linked, siteName, nearTitle }),
    description: cleanFact(first(facts, ['og:description', 'description', 'twitter:description'])),
    siteName,
    section: cleanFact(first(facts, SECTION_KEYS) ?? linked[0]?.section),
    publishedAt: readPublished({ facts, linked, url, nearTitle }),
    modifiedAt: readModified({ facts, linked }),
    imageUrl: resolve(first(facts, IMAGE_KEYS) ?? linked.find((one) => one.image)?.image, base),
    canonicalUrl: canonicalOf(canonical, base),
    ampUrl: resolve(facts.links.find((link) => link.rel === 'amphtml')?.href, base),
    lang: langOf(facts, linked),
    noindex: ROBOTS_KEYS.some((key) => forbidsIndex(facts.meta.get(key) ?? '')),
    isPaywalled:
      linked.some((one) => one.isFree === false) || /^(?:locked|metered|premium)$/i.test(first(facts, TIER_KEYS) ?? ''),
    hasPaywallBox: facts.hasPaywallBox,
    openType: facts.meta.get('og:type'),
    linked,
  };
}

const SECTION_KEYS = ['article:section', 'articlesection', 'section', 'parsely-section', 'cxenseparse:recs:category'];
const IMAGE_KEYS = ['og:image', 'og:image:url', 'og:image:secure_url', 'twitter:image', 'twitter:image:src'];
const ROBOTS_KEYS = ['robots', 'broadsheet'];
const TIER_KEYS = ['article:content_tier'];

/** The lines around the headline, where bylines and dates stand; after it first. */
function linesNear(blocks: readonly PageBlock[], title: string): PageBlock[] {
  const same = squash(title);
  const at = blocks.findIndex((block) => block.headingLevel === 1 && squash(block.text) === same);
  const from = at >= 0 ? at : blocks.findIndex((block) => squash(block.text) === same);
  return from < 0 ? [] : [...blocks.slice(from + 1, from + 14), ...blocks.slice(Math.max(0, from - 6), from)];
}

/** "none" is the short form of both prohibitions; "max-image-preview:none" is not. */
function forbidsIndex(rules: string): boolean {
  return rules.split(',').some((rule) => /^\s*(?:noindex|none)\s*$/i.test(rule));
}

function first(facts: PageFacts, keys: readonly string[]): string | undefined {
  for (const key of keys) if (facts.meta.get(key)) return facts.meta.get(key);
  return undefined;
}

function resolve(href: string | undefined, base: string | undefined): string | undefined {
  if (href === undefined) return undefined;
  const url = URL.parse(href.trim(), base);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

/** Without trackers. A canonical address that leads to the site's front page is a template's mistake. */
function canonicalOf(href: string | undefined, base: string | undefined): string | undefined {
  const url = href === undefined ? undefined : normalizeUrl(href, base);
  if (url === undefined) return undefined;
  const isAsked = base !== undefined && pageAddress(base)?.isFront === false;
  return isAsked && pageAddress(url)?.isFront ? undefined : url;
}

function langOf(facts: PageFacts, linked: readonly LinkedArticle[]): string | undefined {
  const said =
    facts.lang ?? first(facts, ['og:locale', 'content-language', 'language', 'dc.language']) ?? linked[0]?.lang;
  return /^\s*([a-z]{2,3})(?:[-_]|$)/i.exec(said ?? '')?.[1]?.toLowerCase();
}
