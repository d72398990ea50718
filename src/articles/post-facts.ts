// Who wrote one of several articles on a page, when, and its picture, read from its own element: what the page's head says is
// of the page, which may be a blog's front.

import { collectFacts } from './page-facts.ts';
import type { PagePost } from './page-posts.ts';
import type { PageNode } from './page-tree.ts';
import { readAuthor } from './read-author.ts';
import type { Metadata } from './read-metadata.ts';
import { readPublished } from './read-times.ts';
import { squash } from './read-title.ts';

export type PostFacts = Pick<Metadata, 'author' | 'publishedAt' | 'modifiedAt' | 'imageUrl'>;

/** `said`: what the page's head calls it. Where that is the article, the head's facts are the article's. */
export function factsOfPost(
  post: PagePost,
  page: Metadata,
  said: readonly string[],
  url: string | undefined,
): PostFacts {
  const own = squash(post.title);
  const headlines = page.linked.flatMap((one) => one.headline ?? []);
  if ([...said, ...headlines].some((title) => own !== '' && squash(title).includes(own))) return page;
  const facts = collectFacts(post.node);
  const picture = findPicture(post.node);
  return {
    author: readAuthor({ facts, linked: [], siteName: page.siteName, nearTitle: [] }),
    publishedAt: readPublished({ facts, linked: [], url: undefined, nearTitle: [] }),
    modifiedAt: undefined,
    imageUrl: picture === undefined ? undefined : URL.parse(picture, url)?.href,
  };
}

function findPicture(node: PageNode): string | undefined {
  for (const child of node.children) {
    if (typeof child === 'string') continue;
    const src = child.tag === 'img' ? (child.attrs.src ?? child.attrs['data-src']) : findPicture(child);
    if (src !== undefined && src !== '' && !src.startsWith('data:')) return src;
  }
  return undefined;
}
