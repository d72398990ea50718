// Which elements of a page are furniture by what their markup says: tag, role, state, class and id.

import type { PageNode } from './page-tree.ts';

/** Never text of the article. */
const SILENT_TAGS = new Set(
  'button input noscript iframe dialog audio video link meta title head embed map label amp-ad amp-sidebar amp-analytics amp-consent'.split(
    ' ',
  ),
);

const NOISE_TAGS = new Set(['nav', 'aside', 'footer', 'form', 'menu', 'fieldset']);

const NOISE_ROLES = new Set([
  'navigation',
  'complementary',
  'banner',
  'contentinfo',
  'dialog',
  'alertdialog',
  'search',
  'menu',
  'menubar',
  'toolbar',
  'tooltip',
  'tablist',
  'alert',
]); // prettier-ignore

/** Matched against class and id in the form " word word-word ", so that every name is met at its own borders. */
const NOISE_NAMES =
  /[ _-](share|shares|sharing|sharebar|sharedaddy|sharethis|addthis|addtoany|a2a|social|socials|related|relatedposts|recommended|recommendations?|recirc(?:ulation)?|newsletters?|subscribe|subscription|signup|sign-up|promo|promos|promoted|promotion|sponsor|sponsored|advert|adverts|advertisement|advertising|ads?|adsbygoogle|dfp|gpt|mpu|cookies?|consent|gdpr|breadcrumbs?|comments?|commentlist|disqus|respond|sidebar|footer|masthead|navbar|nav|navigation|menu|pagination|pager|popup|modal|overlay|toolbar|tooltip|outbrain|taboola|trending|popular|mostread|most-read|most-viewed|toc|ez-toc|table-of-contents|more-stories|more-news|read-next|read-more|readmore|further-reading|see-also|also-read|teasers?|skip-link|screen-reader-text|sr-only|visually-hidden|print-only|author-bio|author-box|about-author|authorbox|author-info|author-card|bio|byline|tags|tag-list|taglist|post-tags|post-meta|entry-meta|article-meta|postmeta|entry-footer|post-footer|jp-relatedposts|wp-block-latest-posts|wp-caption-text-hidden|login|paywall-prompt|regwall|donate|donation|donations|copyright|disclaimer-bar|rating|ratings|feedback|poll|quiz|survey|follow|followus|follow-us|reactions?|likes?|votes?|prev-next|post-navigation|nextprev|carousel|slick|swiper|ticker|weather|calendar|callout-cta|cta|app-download|hidden|d-none|noprint|no-print)(?=[ _-])/;

/** Names of whole pages and bodies of text that hold such a word without being furniture ("has-sidebar", "no-comments"). */
const INNOCENT_NAMES =
  /[ _-](has|with|no|without|is|show|hide|enable|article-body|articlebody|entry-content|post-content|story-body|content-body|main-content|articletext|article-text|article__body|post__content)(?=[ _-])/;

/** What asks for an address stands in the middle of articles, and its own words say no more than a heading does. */
const LETTER_NAMES = /[ _-](?:newsletters?|signup|sign-up)(?=[ _-])/;

export interface NoiseVerdict {
  readonly isNoise: boolean;
  /** Hidden and silent elements are cut unread unless they hold most of the page's text. */
  readonly isCertain: boolean;
}

const CLEAN: NoiseVerdict = { isNoise: false, isCertain: false };
const NOISE: NoiseVerdict = { isNoise: true, isCertain: false };
const CERTAIN: NoiseVerdict = { isNoise: true, isCertain: true };

const WHOLE_PAGE = new Set(['html', 'body', 'main']);

export function judgeNoise(node: PageNode): NoiseVerdict {
  if (WHOLE_PAGE.has(node.tag)) return CLEAN;
  if (isHidden(node)) return isOpenable(node) ? NOISE : CERTAIN;
  if (SILENT_TAGS.has(node.tag) || isNamed(node, LETTER_NAMES)) return CERTAIN;
  if (NOISE_TAGS.has(node.tag) || NOISE_ROLES.has(node.attrs.role ?? '')) return NOISE;
  return isNamed(node, NOISE_NAMES) ? NOISE : CLEAN;
}

function isNamed(node: PageNode, pattern: RegExp): boolean {
  const names = namesOf(node);
  return names.length > 2 && pattern.test(names) && !INNOCENT_NAMES.test(names);
}

function isHidden({ attrs }: PageNode): boolean {
  // React sends late parts of a page in such elements, and its script moves them to their places.
  if (attrs.hidden !== undefined) return !/^S:[\da-f]+$/.test(attrs.id ?? '');
  if (attrs['aria-hidden'] === 'true') return true;
  return attrs.style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attrs.style);
}

const PANEL_NAMES = /[ _-](?:accordion|faq|faqs|collapse|collapsible|expandable|panel)(?=[ _-])/;

/** A part of the text that opens at a click. */
function isOpenable(node: PageNode): boolean {
  return node.attrs.role === 'region' || PANEL_NAMES.test(namesOf(node));
}

/** How an element is drawn, not what it is. */
const STYLE_NAMES = /\b(?:overflow|overflow-[xy]|label|backface)-(?:hidden|visually_hidden)/g;

const NAMES = new WeakMap<PageNode, string>();

/** Class and id as " entry-content post-12 ", camelCase cut into words. */
export function namesOf(node: PageNode): string {
  const { class: classes = '', id = '' } = node.attrs;
  if (classes === '' && id === '') return '';
  const known = NAMES.get(node);
  if (known !== undefined) return known;
  const names = readNames(` ${classes} ${id} `.slice(0, 400));
  NAMES.set(node, names);
  return names;
}

function readNames(names: string): string {
  return withoutVariants(names)
    .replace(STYLE_NAMES, ' ')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/[\s/]+/g, ' ')
    .toLowerCase();
}

/** Without what holds on some screens only: "md:hidden". */
function withoutVariants(names: string): string {
  if (!names.includes(':')) return names;
  const kept = names.split(/\s+/).filter((name) => !/.:./.test(name));
  return ` ${kept.join(' ').trim()} `;
}
