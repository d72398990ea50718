// HTML page → article. Pure and synchronous: it runs in a worker with a deadline.

import { normalizeUrl } from '../feeds/normalize-url.ts';
import { detectLanguage } from '../text/detect.ts';
import type { ArticleDraft, Coverage } from './article.ts';
import type { BlockModel } from './block-model.ts';
import { chooseBlocks } from './choose-blocks.ts';
import { cleanBlocks } from './clean-blocks.ts';
import { collectBlocks } from './page-blocks.ts';
import { collectFacts, type PageFacts } from './page-facts.ts';
import { isLivePage, kindOfPage } from './page-kind.ts';
import { blocksOfPost, findPosts, ownPost, type PagePost } from './page-posts.ts';
import { parsePage } from './page-tree.ts';
import { factsOfPost } from './post-facts.ts';
import { type Metadata, readMetadata } from './read-metadata.ts';
import { squash } from './read-title.ts';

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

/** `model` stands for the shipped one where another is measured. */
export function extractArticle(html: string, url?: string, model?: BlockModel): ExtractOutcome {
  const page = parsePage(html);
  const facts = collectFacts(page.root);
  const feedLinks = readFeedLinks(facts, url);
  const blocks = collectBlocks(page.root);
  const metadata = readMetadata({ facts, jsonLd: page.jsonLd, url, blocks });
  const { noindex } = metadata;
  if (blocks.length === 0 && metadata.title === '') return { kind: 'none', reason: 'empty', feedLinks, noindex };
  const isLive = isLivePage({ blocks, metadata, url });
  const posts = isLive ? [] : findPosts(blocks);
  const said = saidTitles(facts);
  const own = posts.length < 2 ? undefined : ownPost(posts, { ...metadata, said }, url);
  const told = own === undefined ? metadata : factsOfPost(own, metadata, said, url);
  const choice = chooseBlocks(own === undefined ? blocks : blocksOfPost(blocks, posts, own), metadata, model);
  const title = titleOf(own, metadata.title);
  const cleaned = cleanBlocks(choice.blocks, title, choice.sure);
  const text = cleaned.map((block) => block.text).join('\n');
  if (text === '' && metadata.title === '') return { kind: 'none', reason: 'no-text', feedLinks, noindex };
  const draft: ArticleDraft = {
    url: metadata.canonicalUrl ?? (url === undefined ? undefined : (normalizeUrl(url) ?? url)),
    title,
    text,
    headings: cleaned.flatMap((block, at) => (block.isHeading ? [at] : [])),
    lang: detectLanguage(text) ?? metadata.lang,
    author: told.author,
    siteName: metadata.siteName,
    section: metadata.section,
    publishedAt: told.publishedAt,
    modifiedAt: told.modifiedAt,
    imageUrl: told.imageUrl,
    kind: kindOfPage({ blocks, chosen: choice.blocks, metadata, url, isLive, posts, own }),
    coverage: coverageOf(text, metadata),
  };
  return { kind: 'article', draft, canonicalUrl: metadata.canonicalUrl, ampUrl: metadata.ampUrl, feedLinks, noindex };
}

/** A page's title that has nothing of its own post's headline is the site's, or another article's. */
function titleOf(own: PagePost | undefined, title: string): string {
  if (own === undefined) return title;
  const [a, b] = [squash(own.title), squash(title)];
  return b !== '' && (a.includes(b) || b.includes(a)) ? title : own.title;
}

/** What the page's head calls it. */
function saidTitles({ meta, docTitle }: PageFacts): string[] {
  return [meta.get('og:title'), meta.get('twitter:title'), docTitle].filter((one) => one !== undefined);
}

/** A free page with fewer characters than this tells no more than a teaser does. */
const TEASER_CHARS = 350;

/** With a box that asks for a subscription, less than this is what stands in front of it. */
const WALLED_CHARS = 1500;

function coverageOf(text: string, metadata: Metadata): Coverage {
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
