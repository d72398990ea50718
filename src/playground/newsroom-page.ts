// The outlets' pages: a front page, and articles in the furniture of real ones.
import { blocksOf, escapeHtml, markdownToHtml } from './html.ts';
import type { FurnitureWords } from './newsroom-words.ts';
import { furnitureWords } from './newsroom-words.ts';
import type { Printed, Site } from './printed.ts';

export interface FrontPage {
  readonly printed: readonly Printed[];
  readonly feedPath: string;
}

export interface ArticlePage extends FrontPage {
  readonly article: Printed;
}

export function frontPage(site: Site, { printed, feedPath }: FrontPage): string {
  const { outlet } = site;
  const words = furnitureWords(outlet.lang);
  const teasers = printed.map(
    (one) => `<section class="teaser"><p class="kicker">${escapeHtml(one.article.section)}</p>
<h2><a href="${one.path}">${escapeHtml(one.article.title)}</a></h2><p>${escapeHtml(one.article.summary)}</p>
<p class="meta">${time(one.publishedAt, outlet.lang)} · <a href="${one.path}">${words.readMore}</a></p></section>`,
  );
  const head = `<title>${escapeHtml(outlet.name)}</title><meta name="description" content="${escapeHtml(outlet.tagline)}">`;
  return page(site, { head, body: `<main class="front">${teasers.join('\n')}</main>`, feedPath });
}

export function articlePage(site: Site, { article, printed, feedPath }: ArticlePage): string {
  const { outlet } = site;
  const words = furnitureWords(outlet.lang);
  const others = printed.filter((one) => one !== article);
  const body = `<div class="columns"><main>
<ol class="crumbs"><li><a href="/">${words.nav[0]}</a></li><li>${escapeHtml(article.article.section)}</li></ol>
${articleElement(site, article, words)}
${shareBar(words)}
${authorBox(site, article, words)}
${related(others.slice(0, 3), words)}
${newsletterBox(words)}
${commentForm(words)}
</main>${sidebar(others.slice(0, 5), words)}</div>`;
  return page(site, { head: headOf(site, article), body, feedPath });
}

function articleElement(site: Site, printed: Printed, words: FurnitureWords): string {
  const { outlet } = site;
  const { article } = printed;
  const micro = (property: string) => (outlet.metadata === 'microdata' ? ` itemprop="${property}"` : '');
  const scope = outlet.metadata === 'microdata' ? ' itemscope itemtype="https://schema.org/NewsArticle"' : '';
  const blocks = blocksOf(printed.text);
  const shown = article.paywall ? blocks.slice(0, 1) : blocks;
  const [first = '', ...rest] = shown.map(markdownToHtml);
  const author = article.author ? `<span class="byline"${micro('author')}>${escapeHtml(article.author)}</span> · ` : '';
  const updated =
    printed.updatedAt > printed.publishedAt ? `${words.updated} ${time(printed.updatedAt, outlet.lang)} · ` : '';
  const dated = article.undated ? '' : `${time(printed.publishedAt, outlet.lang, micro('datePublished'))} · `;
  return `<article${scope}><p class="kicker">${escapeHtml(article.section)}</p><h1${micro('headline')}>${escapeHtml(article.title)}</h1>
<p class="meta">${author}${dated}${updated}${words.minutes(Math.max(1, blocks.length >> 1))}</p>
${shareBar(words)}
<figure><img src="${printed.picturePath}" alt=""><figcaption>${words.caption(escapeHtml(article.section))}</figcaption></figure>
<div class="body"${micro('articleBody')}>${first}
${rest.length > 2 ? inlineTeaser(words) : ''}
${rest.join('\n')}</div>
${article.paywall ? `<div class="paywall"><p>${words.paywall}</p><button>${words.subscribe}</button></div>` : ''}
${article.tags.length > 0 ? `<p class="tags">${words.tags}: ${article.tags.map((tag) => `<a href="/">${escapeHtml(tag)}</a>`).join(', ')}</p>` : ''}
</article>`;
}

function inlineTeaser(words: FurnitureWords): string {
  return `<aside class="inline-newsletter"><p><strong>${words.newsletter}</strong></p><p>${words.newsletterText}</p></aside>`;
}

function shareBar(words: FurnitureWords): string {
  const places = ['Facebook', 'X', 'WhatsApp', 'E-Mail'].map((place) => `<li><a href="#">${place}</a></li>`);
  return `<div class="share"><span>${words.share}</span><ul>${places.join('')}<li><button>${words.copyLink}</button></li></ul></div>`;
}

function authorBox({ outlet }: Site, { article }: Printed, words: FurnitureWords): string {
  if (!article.author) return '';
  const about = words.aboutAuthor(escapeHtml(article.author), escapeHtml(outlet.name));
  return `<div class="author-box"><h3>${escapeHtml(article.author)}</h3><p>${about}</p></div>`;
}

function related(others: readonly Printed[], words: FurnitureWords): string {
  const teasers = others.map(
    ({ article, path }) =>
      `<li><h4><a href="${path}">${escapeHtml(article.title)}</a></h4><p>${escapeHtml(article.summary)}</p></li>`,
  );
  return `<section class="related"><h3>${words.related}</h3><ul>${teasers.join('')}</ul></section>`;
}

function newsletterBox(words: FurnitureWords): string {
  return `<form class="newsletter"><h3>${words.newsletter}</h3><p>${words.newsletterText}</p><input type="email"><button>${words.subscribe}</button></form>`;
}

function commentForm(words: FurnitureWords): string {
  return `<section id="comments"><h3>${words.comments}</h3><p>${words.commentText}</p><form><label>${words.name}<input></label><textarea></textarea><button>${words.send}</button></form></section>`;
}

function sidebar(others: readonly Printed[], words: FurnitureWords): string {
  const lines = others.map(({ article, path }) => `<li><a href="${path}">${escapeHtml(article.title)}</a></li>`);
  return `<aside class="sidebar"><h3>${words.mostRead}</h3><ol>${lines.join('')}</ol></aside>`;
}

function headOf(site: Site, printed: Printed): string {
  const { outlet, origin } = site;
  const { article } = printed;
  const url = `${origin}${printed.path}`;
  const title = `<title>${escapeHtml(article.title)} | ${escapeHtml(outlet.name)}</title>`;
  const canonical = `<link rel="canonical" href="${url}">`;
  if (outlet.metadata === 'json-ld')
    return `${title}${canonical}<script type="application/ld+json">${jsonLd(site, printed)}</script>`;
  if (outlet.metadata === 'opengraph') return `${title}${canonical}${openGraph(site, printed)}`;
  return outlet.metadata === 'microdata' ? `${title}${canonical}` : title;
}

function jsonLd({ outlet, origin }: Site, printed: Printed): string {
  const { article } = printed;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    ...(article.undated ? {} : { datePublished: iso(printed.publishedAt), dateModified: iso(printed.updatedAt) }),
    inLanguage: outlet.lang,
    isAccessibleForFree: !article.paywall,
    mainEntityOfPage: `${origin}${printed.path}`,
    image: `${origin}${printed.picturePath}`,
    ...(article.author ? { author: { '@type': 'Person', name: article.author } } : {}),
    publisher: { '@type': 'NewsMediaOrganization', name: outlet.name },
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

function openGraph({ outlet, origin }: Site, printed: Printed): string {
  const { article } = printed;
  const fields: Record<string, string> = {
    'og:type': 'article',
    'og:title': article.title,
    'og:description': article.summary,
    'og:url': `${origin}${printed.path}`,
    'og:image': `${origin}${printed.picturePath}`,
    'og:site_name': outlet.name,
    ...(article.undated
      ? {}
      : { 'article:published_time': iso(printed.publishedAt), 'article:modified_time': iso(printed.updatedAt) }),
    ...(article.author ? { 'article:author': article.author } : {}),
  };
  return Object.entries(fields)
    .map(([property, content]) => `<meta property="${property}" content="${escapeHtml(content)}">`)
    .join('');
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

function time(at: number, lang: string, attributes = ''): string {
  const date = new Date(at);
  const shown = date.toLocaleString(lang, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  return `<time datetime="${date.toISOString()}"${attributes}>${escapeHtml(shown)} UTC</time>`;
}

interface PageParts {
  readonly head: string;
  readonly body: string;
  readonly feedPath: string;
}

const FEED_LINK_TYPE = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
} as const;

function page({ outlet }: Site, { head, body, feedPath }: PageParts): string {
  const words = furnitureWords(outlet.lang);
  const nav = words.nav.map((label) => `<li><a href="/">${label}</a></li>`).join('');
  return `<!doctype html>
<html lang="${outlet.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
${head}<link rel="alternate" type="${FEED_LINK_TYPE[outlet.feed]}" href="${feedPath}" title="${escapeHtml(outlet.name)}">
<style>${styles(outlet.color)}</style></head>
<body><header><a class="masthead" href="/">${escapeHtml(outlet.name)}</a><p>${escapeHtml(outlet.tagline)}</p><nav><ul>${nav}</ul></nav></header>
${body}
<footer><p>© ${escapeHtml(outlet.name)}. ${words.rights}</p></footer>
<div class="cookies" role="dialog"><p>${words.cookies}</p><button onclick="this.parentNode.remove()">${words.accept}</button></div>
</body></html>
`;
}

function styles(color: string): string {
  return `body{font:17px/1.6 Georgia,serif;margin:0;color:#222}header{border-top:6px solid ${color};padding:12px 24px;border-bottom:1px solid #ddd}
.masthead{font-size:32px;font-weight:bold;color:${color};text-decoration:none}header p{margin:0;color:#666}nav ul,.share ul,.crumbs{list-style:none;display:flex;gap:16px;padding:0;font:14px sans-serif}
main{max-width:680px;padding:0 24px}.columns{display:flex;gap:32px}.sidebar{font:14px sans-serif;width:260px}figure img{width:100%}.kicker{color:${color};font:bold 13px sans-serif;margin-bottom:0}
.meta,figcaption,.tags,footer{color:#666;font:14px sans-serif}.share,.newsletter,.author-box,.inline-newsletter,.paywall{background:#f4f4f4;padding:12px;margin:16px 0;font:14px sans-serif}
footer{padding:24px;border-top:1px solid #ddd}.cookies{position:fixed;bottom:0;left:0;right:0;background:#222;color:#fff;padding:12px 24px;font:14px sans-serif;display:flex;gap:24px;align-items:center}h1{line-height:1.2}a{color:inherit}`;
}
