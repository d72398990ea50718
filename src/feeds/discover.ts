// Where a page's feed may be: what it declares, what it links to, and where its kind of site keeps it.

import { decodeHTMLStrict } from 'entities';
import { knownFeeds, youtubeChannel } from './known-sites.ts';
import { absoluteUrl } from './links.ts';

const MAX_CANDIDATES = 24;
/** Feeds are declared in the head, or linked from the page's edges. */
const SEARCHED = 1_500_000;

const FEED_TYPE =
  /^(?:application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|application\/(?:x-)?rss|text\/rss|application\/json|(?:text|application)\/xml)\b/i;
/** Types that are used for other things too: the address must look like a feed. */
const VAGUE_TYPE = /^(?:application\/json|(?:text|application)\/xml)\b/i;
const FEED_ADDRESS =
  /(?:^|[/.?=&_-])(?:rss|atom|feeds?|rdf)(?:[/.?=&_-]|$)|(?:feeds?|rss|atom)\.(?:xml|json|php|aspx?)|\/index\.(?:xml|rdf)$|format=rss/i;
/** Comments, in the languages of feeds, and what only sounds like a feed. */
const NOT_THE_FEED =
  /comment|kommentar|comentario|comentári|comentaris|commenti\b|коммент|bình luận|コメント|评论|評論|댓글|oembed|wp-json|\/podcast-player|feedback/iu;

/** Paths of feeds by the words with which a site's software gives itself away. */
const BUILDERS: readonly { readonly sign: RegExp; readonly paths: readonly string[] }[] = [
  { sign: /content="WordPress|\/wp-content\/|\/wp-includes\//i, paths: ['/feed/', '/?feed=rss2'] },
  { sign: /content="Ghost|ghost-(?:url|sdk)|\/ghost\/api\//i, paths: ['/rss/'] },
  { sign: /substackcdn\.com|substack\.com/i, paths: ['/feed'] },
  { sign: /cdn-client\.medium\.com|content="Medium"|medium\.com\/_\//i, paths: ['/feed'] },
  { sign: /content="blogger|blogger\.com|blogspot\.com/i, paths: ['/feeds/posts/default'] },
  { sign: /squarespace/i, paths: ['?format=rss', '/blog?format=rss'] },
  {
    sign: /content="Drupal|\/sites\/default\/files|drupal-settings-json|Drupal\.settings/i,
    paths: ['/rss.xml', '/feed', '/node/feed'],
  },
  { sign: /content="Hugo/i, paths: ['./index.xml', '/index.xml', '/feed.xml'] },
  { sign: /content="Jekyll/i, paths: ['/feed.xml', '/atom.xml'] },
  { sign: /wixstatic\.com|content="Wix\.com|parastorage\.com/i, paths: ['/blog-feed.xml', '/feed.xml'] },
];
const WELL_KNOWN =
  '/feed /rss /rss.xml /feed.xml /atom.xml /index.xml /feed/ /rss/ /feeds/posts/default /index.rdf /blog/feed /blog/rss.xml /news/rss /feed.json /news-sitemap.xml /sitemap-news.xml'.split(
    ' ',
  );

/** Absolute addresses to try, the likeliest first. */
export function discoverFeeds(html: string, pageUrl: string): string[] {
  const page = html.slice(0, SEARCHED).replace(/<!--[\s\S]*?(?:-->|$)/g, ' ');
  const tags = readTags(page);
  const baseHref = tags.find(({ name }) => name === 'base')?.attributes.get('href');
  const base = absoluteUrl(baseHref, pageUrl) ?? pageUrl;
  const found = [
    ...knownFeeds(pageUrl),
    ...declared(tags),
    ...youtubeFeeds(page, pageUrl),
    ...linked(tags),
    ...guesses(page),
  ];
  const urls = found.flatMap((link) => absoluteUrl(link, base) ?? []).filter((url) => url !== pageUrl);
  return [...new Set(urls)].slice(0, MAX_CANDIDATES);
}

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** What follows the tag, for the words of a link. */
  readonly after: string;
}

function readTags(page: string): Tag[] {
  const body = page.replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ');
  return [...body.matchAll(/<(link|a|base)\s([^<>]{1,2000})>/gi)].map((match) => ({
    name: match[1]!.toLowerCase(),
    attributes: readAttributes(match[2]!),
    after: body.slice(match.index + match[0].length, match.index + match[0].length + 200),
  }));
}

function readAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const match of text.matchAll(/([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g)) {
    attributes.set(match[1]!.toLowerCase(), decodeHTMLStrict(match[2] ?? match[3] ?? match[4] ?? ''));
  }
  return attributes;
}

/** Link tags: posts before comments, which sites declare side by side. */
function declared(tags: readonly Tag[]): string[] {
  const links = tags.filter(({ name, attributes }) => {
    const rel = (attributes.get('rel') ?? 'alternate').toLowerCase().split(/\s+/);
    const type = attributes.get('type') ?? '';
    const href = attributes.get('href') ?? '';
    if (name !== 'link' || href === '' || /oembed|wp-json/i.test(type + href)) return false;
    if (rel.includes('feed')) return true;
    return rel.includes('alternate') && FEED_TYPE.test(type) && (!VAGUE_TYPE.test(type) || FEED_ADDRESS.test(href));
  });
  const isAside = ({ attributes }: Tag) =>
    NOT_THE_FEED.test(`${attributes.get('href')} ${attributes.get('title') ?? ''}`);
  return [...links.filter((link) => !isAside(link)), ...links.filter(isAside)].map(
    ({ attributes }) => attributes.get('href')!,
  );
}

/** Anchors that look like a feed, or say that they are one. */
function linked(tags: readonly Tag[]): string[] {
  return tags
    .filter(({ name, attributes, after }) => {
      const href = attributes.get('href') ?? '';
      if (name !== 'a' || href === '' || NOT_THE_FEED.test(href)) return false;
      const says = `${attributes.get('title') ?? ''} ${attributes.get('aria-label') ?? ''} ${after.split(/<\/a/i, 1)[0]}`;
      return FEED_ADDRESS.test(href) || /\b(?:rss|atom)\b/i.test(says.replace(/<[^>]*>/g, ' '));
    })
    .slice(0, 6)
    .map(({ attributes }) => attributes.get('href')!);
}

/** A page of a channel with a handle or of a video names the channel's id in its scripts. */
function youtubeFeeds(page: string, pageUrl: string): string[] {
  if (!/(^|\.)youtube\.com$/.test(URL.parse(pageUrl)?.hostname ?? '')) return [];
  const id =
    /(?:"(?:channelId|externalId|browseId)":"|channel\/|itemprop="(?:channelId|identifier)" content=")(UC[\w-]{22})/.exec(
      page,
    )?.[1];
  return id ? [youtubeChannel(id)] : [];
}

function guesses(page: string): string[] {
  const own = BUILDERS.flatMap(({ sign, paths }) => (sign.test(page) ? paths : []));
  return [...own, ...WELL_KNOWN];
}
