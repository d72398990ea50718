// Several articles on one page: a blog's front page, an archive, an article with the next ones below it.

import { urlKey } from '../feeds/normalize-url.ts';
import { ancestorsOf, isWithin, listAround } from './ancestors.ts';
import { weighBlock } from './choose-body.ts';
import type { PageBlock } from './page-blocks.ts';
import { namesOf } from './page-noise.ts';
import { type PageNode, textOf } from './page-tree.ts';
import type { Metadata } from './read-metadata.ts';
import { squash } from './read-title.ts';

/** An article that is whole: with a headline, a date and a body of its own. */
export interface PagePost {
  readonly node: PageNode;
  readonly title: string;
  /** Where its headline leads. */
  readonly href: string | undefined;
  readonly chars: number;
}

/** Less is a teaser. */
const MIN_CHARS = 300;
const MIN_TITLE_CHARS = 8;

const POST_CLASSES = new Set(
  'post hentry h-entry entry blog-post blogpost blog-entry blog-item post-item post-outer journal-entry article'.split(
    ' ',
  ),
);
const POST_TYPES = /\/(?:BlogPosting|NewsArticle|Article)\b/;
const DATE_NAMES =
  /[ _-](?:date|datetime|published|pubdate|timestamp|datum|fecha|posted|posted-on|byline|dateline)(?=[ _-])/;
const COMMENT_NAMES = /[ _-](?:comments?|commentlist|reply|replies|respond|quote)(?=[ _-])/;

/** In the order of the page; none lies within another. */
export function findPosts(blocks: readonly PageBlock[]): PagePost[] {
  const chars = new Map<PageNode, number>();
  const postsAround = listAround(isPostLike);
  for (const block of blocks) {
    const weight = Math.max(0, weighBlock(block));
    for (const node of postsAround(block.node)) chars.set(node, (chars.get(node) ?? 0) + weight);
  }
  const posts = [...chars].flatMap(([node, count]) => (count >= MIN_CHARS ? (readPost(node, count) ?? []) : []));
  const outer = new Set(posts.flatMap((post) => [...ancestorsOf(post.node.parent)]));
  return posts.filter((post) => !outer.has(post.node));
}

/** The one of the posts that the page is about, by its address or the title that the page gives itself. */
export function ownPost(
  posts: readonly PagePost[],
  page: Pick<Metadata, 'title' | 'canonicalUrl' | 'linked'> & { readonly said: readonly string[] },
  url: string | undefined,
): PagePost | undefined {
  const keys = new Set([url, page.canonicalUrl].flatMap((one) => (one === undefined ? [] : [urlKey(one)])));
  const byAddress = posts.find((post) => {
    const href = post.href === undefined ? undefined : URL.parse(post.href, url)?.href;
    return href !== undefined && keys.has(urlKey(href));
  });
  if (byAddress !== undefined) return byAddress;
  const titles = [page.title, ...page.said].map(squash).filter((title) => title !== '');
  return posts.find((post) =>
    titles.some((title) => title.startsWith(squash(post.title)) || title.endsWith(squash(post.title))),
  );
}

/** Blocks without those of the page's other posts. */
export function blocksOfPost(blocks: readonly PageBlock[], posts: readonly PagePost[], own: PagePost): PageBlock[] {
  const others = new Set(posts.filter((post) => post !== own).map((post) => post.node));
  const isInOther = isWithin((node) => others.has(node));
  return blocks.filter((block) => !isInOther(block.node));
}

function readPost(node: PageNode, chars: number): PagePost | undefined {
  const heading = findNode(node, isHeading);
  const title = heading === undefined ? '' : textOf(heading);
  if (heading === undefined || title.length < MIN_TITLE_CHARS || findNode(node, isDate) === undefined) return undefined;
  const link = heading.parent?.tag === 'a' ? heading.parent : findNode(heading, (one) => one.tag === 'a');
  return { node, title, href: link?.attrs.href, chars };
}

function isPostLike(node: PageNode): boolean {
  if (node.tag === 'html' || node.tag === 'body' || node.tag === 'main' || COMMENT_NAMES.test(namesOf(node)))
    return false;
  if (node.tag === 'article' || POST_TYPES.test(node.attrs.itemtype ?? '')) return true;
  return (node.attrs.class ?? '').split(/\s+/).some((name) => POST_CLASSES.has(name.toLowerCase()));
}

function isHeading(node: PageNode): boolean {
  return /^h[1-3]$/.test(node.tag) && textOf(node) !== '';
}

function isDate(node: PageNode): boolean {
  return (
    node.tag === 'time' ||
    /\bdatePublished\b/.test(node.attrs.itemprop ?? '') ||
    (DATE_NAMES.test(namesOf(node)) && /\d/.test(textOf(node)))
  );
}

function findNode(node: PageNode, accepts: (node: PageNode) => boolean): PageNode | undefined {
  for (const child of node.children) {
    if (typeof child === 'string') continue;
    const found = accepts(child) ? child : findNode(child, accepts);
    if (found !== undefined) return found;
  }
  return undefined;
}
