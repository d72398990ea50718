// What a page is: one article, or a live blog, a gallery, a video, a list of articles. From what the page says of itself,
// and where it says nothing, from its words and its make.

import { ancestorsOf, isWithin } from './ancestors.ts';
import type { ArticleKind } from './article.ts';
import { weighBlock } from './choose-body.ts';
import { findLiveEntries } from './live-entries.ts';
import type { PageBlock } from './page-blocks.ts';
import { namesOf } from './page-noise.ts';
import type { PagePost } from './page-posts.ts';
import { type PageNode, textOf } from './page-tree.ts';
import type { Metadata } from './read-metadata.ts';

export interface PageShape {
  readonly blocks: readonly PageBlock[];
  /** Those taken as the article's text. */
  readonly chosen: readonly PageBlock[];
  readonly metadata: Metadata;
  readonly url: string | undefined;
  readonly isLive: boolean;
  readonly posts: readonly PagePost[];
  /** The post that the page is about, if it holds several. */
  readonly own: PagePost | undefined;
}

/** Words by which pages of a kind name themselves, in titles and in addresses (between slashes and hyphens). */
const WORDS: Record<'live' | 'gallery' | 'video', { readonly title: RegExp; readonly path: RegExp }> = {
  live: {
    title:
      /(?<!\p{L})(?:live|live-?(?:blog|ticker|updates?)|newsticker|en direct|en directo|en vivo|ao vivo|em direto|minuto a minuto|in diretta|na żywo|canlı|онлайн|прямой эфир|trực tiếp)(?!\p{L})|速報|ライブ|直播|实时|生中継|생중계|مباشر|लाइव/iu,
    path: /[/_-](?:live|live-?blog|live-?ticker|newsticker|ticker|live-?updates?|en-?directo?|direct|en-?vivo|ao-?vivo|em-direto|minuto-a-minuto|diretta|onla[iy]n|truc-tiep|sokuho)(?=[/_.-]|$)/i,
  },
  gallery: {
    title:
      /(?<!\p{L})(?:(?:photo |picture )?galler(?:y|ies)|slide ?show|in (?:pictures|photos)|bilder(?:strecke|galerie|serie)|foto(?:strecke|galerie|galería|galeria|gallery|reportage)|die besten bilder|in bildern|diaporama|en images|en photos|galería|galeria|en imágenes|em imagens|in foto|фото(?:галерея|репортаж)|в фотографиях|zdjęcia)(?!\p{L})|写真集|フォトギャラリー|画像ギャラリー|组图|图集|포토/iu,
    path: /[/_-](?:(?:photo-?|picture-?|image-?)?galler(?:y|ies)|slide-?shows?|in-pictures|bilder(?:strecken?|galerien?|serien?)|foto(?:strecken?|galerien?|galer[ií]as?|gallery)|diaporamas?|galer[ií]as?|galerie|photos|fotos|fotogalerija)(?=[/_.-]|$)/i,
  },
  video: {
    title: /(?<!\p{L})(?:videos?|vídeo|видео|watch)(?!\p{L})|動画|视频|영상/iu,
    path: /[/_-](?:videos?|watch|player|mediathek|clips?|v)(?=[/_.-]|$)/i,
  },
};

const SLIDE_NAMES = /[ _-](?:slide|slides|gallery-item|gallery-image|gallery-slide|swiper-slide|galerie-item)(?=[ _-])/;

const LISTING_PATH =
  /^\/(?:index\.\w+|home|[a-z]{2}(?:-[a-z]{2})?\/?)?$|\/(?:blog|news|aktuelles|actualit[eé]s?|noticias|nachrichten)\/?$|\/(?:categor(?:y|ies|ia|ie)|kategorien?|tags?|topics?|themen?|thema|rubri[ck](?:en|a|as|que|ques)?|secci[oó]n(?:es)?|sections?|authors?|autor(?:es|en)?|archives?|archivo|archiv|search|suche)(?:\/[^/]{1,40}){0,2}\/?$|\/page\/\d+\/?$|\/(?:19|20)\d\d(?:\/\d\d?){0,2}\/?$/i;
/** A WordPress page says by these what it is. */
const LISTING_BODY = /[ _-](?:home|blog|archive|category|tag|author|search-results|paged)(?= )/;
const SINGLE_BODY = /[ _-](?:single|single-post|post-template-default|article|node-type-article|postid-\d+)(?= )/;

const ARTICLE_TYPE = /Article$|BlogPosting$|Report$|Review$|Recipe$/;

interface Signals extends PageShape {
  readonly types: readonly string[];
  readonly path: string;
  readonly saysArticle: boolean;
  /** Characters of the text that are running prose, captions left out. */
  readonly prose: number;
}

const RULES: readonly (readonly [ArticleKind, (page: Signals) => boolean])[] = [
  ['live', (page) => page.isLive],
  ['gallery', isGallery],
  ['video', isVideo],
  ['listing', isListing],
];

export function kindOfPage(shape: PageShape): ArticleKind {
  const signals = signalsOf(shape);
  return RULES.find(([, holds]) => holds(signals))?.[0] ?? 'article';
}

function signalsOf(shape: PageShape): Signals {
  const { metadata, url, chosen } = shape;
  const types = metadata.linked.map((one) => one.type);
  const headlines = new Set(metadata.linked.filter((one) => ARTICLE_TYPE.test(one.type)).map((one) => one.headline));
  const isCaption = isWithin(isSlide);
  return {
    ...shape,
    types,
    path: pathOf(url),
    saysArticle:
      headlines.size === 1 || /article|post|news/.test(metadata.openType ?? '') || isNamed(shape, SINGLE_BODY),
    prose: chosen.reduce((sum, block) => sum + (isCaption(block.node) ? 0 : Math.max(0, weighBlock(block))), 0),
  };
}

/** The smallest element that holds nearly all of the text. */
function holderOf(chosen: readonly PageBlock[]): PageNode | undefined {
  const chars = new Map<PageNode, number>();
  let total = 0;
  for (const block of chosen) {
    total += block.text.length;
    for (const node of ancestorsOf(block.node)) chars.set(node, (chars.get(node) ?? 0) + block.text.length);
  }
  // An element comes into the map before its parent does, so the first that fits is the smallest.
  for (const [node, count] of chars) if (count >= total * 0.8) return node;
  return undefined;
}

function pathOf(url: string | undefined): string {
  return url === undefined ? '' : (URL.parse(url)?.pathname ?? '');
}

function isNamed({ blocks }: Pick<PageShape, 'blocks'>, names: RegExp): boolean {
  const first = blocks[0];
  if (first === undefined) return false;
  return [...ancestorsOf(first.node)].some((node) => node.tag === 'body' && names.test(namesOf(node)));
}

function says(kind: keyof typeof WORDS, { path, metadata }: Pick<Signals, 'path' | 'metadata'>): boolean {
  return WORDS[kind].path.test(path) || WORDS[kind].title.test(metadata.title);
}

const MIN_ENTRIES = 4;

/** Its entries look like the articles of a page that holds several. */
export function isLivePage({ blocks, metadata, url }: Pick<PageShape, 'blocks' | 'metadata' | 'url'>): boolean {
  if (metadata.linked.some((one) => /LiveBlogPosting/.test(one.type))) return true;
  const { count, areNamed } = findLiveEntries(blocks);
  return count >= MIN_ENTRIES && (areNamed || says('live', { path: pathOf(url), metadata }));
}

function isSlide(node: PageNode): boolean {
  return node.tag === 'figure' || node.tag === 'figcaption' || SLIDE_NAMES.test(namesOf(node));
}

/** Pictures with words below them; fewer may illustrate an article. */
const MIN_SLIDES = 5;
const MANY_SLIDES = 10;

function isGallery(page: Signals): boolean {
  if (page.types.some((type) => /ImageGallery/.test(type))) return true;
  if (page.prose > 2000) return false;
  const body = holderOf(page.chosen);
  const slides = body === undefined ? 0 : countSlides(body.tag === 'figure' ? body.parent! : body);
  if (slides >= MIN_SLIDES && says('gallery', page)) return page.prose < slides * 150;
  return slides >= MANY_SLIDES && page.prose < slides * 40;
}

function countSlides(node: PageNode): number {
  if (/^(?:nav|aside|footer|a)$/.test(node.tag)) return 0;
  if (node.tag === 'figure' || SLIDE_NAMES.test(namesOf(node)))
    return Number(hasPicture(node) && textOf(node).length >= 15);
  return node.children.reduce((sum, child) => sum + (typeof child === 'string' ? 0 : countSlides(child)), 0);
}

function hasPicture(node: PageNode): boolean {
  return (
    /^(?:img|picture|amp-img)$/.test(node.tag) ||
    node.children.some((child) => typeof child !== 'string' && hasPicture(child))
  );
}

function isVideo(page: Signals): boolean {
  const hasVideo = page.types.includes('VideoObject') || /^video\b/.test(page.metadata.openType ?? '');
  if (!hasVideo) return false;
  if (!page.types.some((type) => ARTICLE_TYPE.test(type))) return page.prose < 1200;
  return page.prose < 500 && WORDS.video.path.test(page.path);
}

const MIN_HEADLINES = 8;
const MANY_HEADLINES = 15;
const LONGEST_TEASER = 600;
/** A front page may begin with more. */
const LONGEST_LEAD = 2000;

/** "/sport", "/world/europe/" */
const SECTION_PATH = /^(?:\/[\p{L}%]+(?:-[\p{L}%]+)?){1,2}\/?$/u;
/** An address with a title or a number in it, of which lists have neither. */
const ARTICLE_PATH = /(?:[^/-]+-){3,}[^/]*\/?$|\d{5,}[^/]*\/?$|\/\d{4}\/\d\d?\/[^/]*\p{L}[^/]*\/?$/iu;

function isListing(page: Signals): boolean {
  if (page.own !== undefined) return false;
  const isFront = page.path === '/' && page.posts.length !== 1;
  if (isCollection(page)) return true;
  if (page.saysArticle && !isFront) return false;
  const isArticlePath = ARTICLE_PATH.test(page.path);
  if (page.posts.length >= 2 && holdMost(page)) return !isArticlePath || LISTING_PATH.test(page.path);
  return !isArticlePath && isHeadlines(page, isFront);
}

/** Says so of itself, and of no article: what WordPress calls an article in og:type may be a category. */
function isCollection(page: Signals): boolean {
  if (page.types.some((type) => ARTICLE_TYPE.test(type)) || longestProse(page) > LONGEST_LEAD) return false;
  if (page.types.some((type) => /^(?:CollectionPage|SearchResultsPage)$/.test(type))) return true;
  const hasList = page.types.includes('ItemList') && !page.saysArticle && !ARTICLE_PATH.test(page.path);
  return hasList && page.blocks.filter(isHeadlineLink).length >= MIN_HEADLINES;
}

function isHeadlines(page: Signals, isFront: boolean): boolean {
  const links = page.blocks.filter(isHeadlineLink).length;
  if (links < MIN_HEADLINES || longestProse(page) > (isFront ? LONGEST_LEAD : LONGEST_TEASER)) return false;
  if (LISTING_PATH.test(page.path) || isNamed(page, LISTING_BODY)) return true;
  return links >= MANY_HEADLINES && (SECTION_PATH.test(page.path) || (links > 25 && page.prose < 1500));
}

/** The posts are what the page consists of. */
function holdMost({ posts, blocks }: Signals): boolean {
  const all = blocks.reduce((sum, block) => sum + Math.max(0, weighBlock(block)), 0);
  return posts.reduce((sum, post) => sum + post.chars, 0) >= all * 0.6;
}

function isHeadlineLink(block: PageBlock): boolean {
  const least = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]/u.test(block.text) ? 12 : 25;
  return block.linkChars > block.text.length * 0.7 && block.text.length >= least;
}

/** Characters of the text between two headlines that lead elsewhere: a teaser's are few, an article's many. */
function longestProse({ blocks, chosen }: Signals): number {
  const taken = new Set(chosen);
  let [longest, run] = [0, 0];
  for (const block of blocks) {
    if (isHeadlineLink(block)) run = 0;
    else if (taken.has(block)) run += Math.max(0, weighBlock(block));
    longest = Math.max(longest, run);
  }
  return longest;
}
