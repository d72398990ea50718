// Which prefix a namespace goes by here, whatever prefix the document gave it.

/** Empty: the formats' own elements. Compared without scheme, `www.` and a last slash or hash, which feeds get wrong. */
const PREFIXES: Readonly<Record<string, string>> = {
  'purl.org/rss/1.0': '',
  'my.netscape.com/rdf/simple/0.9': '',
  'channel.netscape.com/rdf/simple/0.9': '',
  'backend.userland.com/rss': '',
  'backend.userland.com/rss2': '',
  'backend.userland.com/rss091': '',
  'blogs.law.harvard.edu/tech/rss': '',
  'cyber.law.harvard.edu/rss/rss.html': '',
  'rssboard.org/rss-specification': '',
  'w3.org/2005/atom': 'atom',
  'purl.org/atom/ns': 'atom',
  'w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'w3.org/1999/xhtml': 'xhtml',
  'purl.org/dc/elements/1.1': 'dc',
  'purl.org/dc/elements/1.0': 'dc',
  'purl.org/dc/terms': 'dcterms',
  'purl.org/rss/1.0/modules/content': 'content',
  'purl.org/rss/1.0/modules/dcterms': 'dcterms',
  'search.yahoo.com/mrss': 'media',
  'itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'rssnamespace.org/feedburner/ext/2.0': 'feedburner',
  'google.com/schemas/sitemap-news/0.9': 'news',
  'google.com/schemas/sitemap-image/1.1': 'image',
  'sitemaps.org/schemas/sitemap/0.9': '',
  'youtube.com/xml/schemas/2015': 'yt',
};

/** A prefix without a declaration, or with one nobody knows, stands for itself. */
export function canonicalPrefix(prefix: string, uri: string | undefined): string {
  if (uri === undefined) return prefix;
  const key = uri
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/[/#]+$/, '');
  return Object.hasOwn(PREFIXES, key) ? PREFIXES[key]! : prefix;
}
