// HTML page → article. Pure and synchronous: it runs in a worker with a deadline.

import { normalizeUrl } from '../feeds/normalize-url.ts';
import { detectLanguage } from '../text/detect.ts';
import type { ArticleDraft, ArticleKind, Coverage } from './article.ts';
import { chooseBlocks } from './choose-blocks.ts';
import { cleanBlocks } from './clean-blocks.ts';
import { collectBlocks, type PageBlock } from './page-blocks.ts';
import { collectFacts, type PageFacts } from './page-facts.ts';
import { parsePage } from './page-tree.ts';
import { type Metadata, readMetadata } from './read-metadata.ts';

export interface FeedLink {
  readonly url: string;
  readonly title: string;
}

export type ExtractOutcome =
  | {
      readonly kind: 'article';
      readonly draft: ArticleDraft;
      readonly canonicalUrl: string | undefined;
      /** The page's AMP copy, if it names one. */
      readonly ampUrl: string | undefined;
      readonly feedLinks: readonly FeedLink[];
      /** The page asks not to be indexed. */
      readonly noindex: boolean;
    }
  | {
      readonly kind: 'none';
      readonly reason: 'empty' | 'no-text';
      readonly feedLinks: readonly FeedLink[];
      readonly noindex: boolean;
    };

export function extractArticle(html: string, url?: string): ExtractOutcome {
  const page = parsePage(html);
  const facts = collectFacts(page.root);
  const feedLinks = readFeedLinks(facts, url);
  const blocks = collectBlocks(page.root);
  const metadata = readMetadata({ facts, jsonLd: page.jsonLd, url, blocks });
  const { noindex } = metadata;
  if (blocks.length === 0 && metadata.title === '') return { kind: 'none', reason: 'empty', feedLinks, noindex };
  const cleaned = cleanBlocks(chooseBlocks(blocks, metadata), metadata.title);
  const text = cleaned.map((block) => block.text).join('\n');
  const shape = { blocks, text, metadata, url };
  if (text === '' && metadata.title === '') return { kind: 'none', reason: 'no-text', feedLinks, noindex };
  const draft: ArticleDraft = {
    url: metadata.canonicalUrl ?? (url === undefined ? undefined : (normalizeUrl(url) ?? url)),
    title: metadata.title,
    text,
    headings: cleaned.flatMap((block, at) => (block.isHeading ? [at] : [])),
    lang: detectLanguage(text) ?? metadata.lang,
    author: metadata.author,
    siteName: metadata.siteName,
    section: metadata.section,
    publishedAt: metadata.publishedAt,
    modifiedAt: metadata.modifiedAt,
    imageUrl: metadata.imageUrl,
    kind: kindOf(shape),
    coverage: coverageOf(shape),
  };
  return { kind: 'article', draft, canonicalUrl: metadata.canonicalUrl, ampUrl: metadata.ampUrl, feedLinks, noindex };
}

interface Shape {
  readonly blocks: readonly PageBlock[];
  readonly text: string;
  readonly metadata: Metadata;
  readonly url: string | undefined;
}

function kindOf({ blocks, text, metadata, url }: Shape): ArticleKind {
  const types = metadata.linked.map((one) => one.type).join(' ');
  if (/LiveBlogPosting/.test(types)) return 'live';
  if (/ImageGallery/.test(types)) return 'gallery';
  const isVideo = /VideoObject/.test(types) || /^video\./.test(metadata.openType ?? '');
  if (isVideo && !/Article|BlogPosting/.test(types) && text.length < 1200) return 'video';
  const links = blocks.filter((block) => block.linkChars > block.text.length * 0.7 && block.text.length >= 25).length;
  const isFront = url !== undefined && URL.parse(url)?.pathname === '/';
  if ((isFront && text.length < 6000 && links > 8) || (text.length < 600 && links > 25)) return 'listing';
  return 'article';
}

/** A free page with fewer characters than this tells no more than a teaser does. */
const TEASER_CHARS = 350;

/** With a box that asks for a subscription, less than this is what stands in front of it. */
const WALLED_CHARS = 1500;

function coverageOf({ text, metadata }: Shape): Coverage {
  if (metadata.isPaywalled || (metadata.hasPaywallBox && text.length < WALLED_CHARS)) return 'paywalled';
  return text.length < TEASER_CHARS ? 'teaser' : 'full';
}

function readFeedLinks(facts: PageFacts, url: string | undefined): FeedLink[] {
  return facts.links
    .filter(
      (link) =>
        /\balternate\b/.test(link.rel) &&
        /^application\/(?:rss|atom|feed|rdf)\+(?:xml|json)|^application\/json/i.test(link.type),
    )
    .flatMap((link) => {
      const href = URL.parse(link.href, url)?.href;
      return href === undefined ? [] : [{ url: href, title: link.title }];
    });
}
