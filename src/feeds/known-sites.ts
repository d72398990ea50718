// Sites whose feeds have an address that follows from the page's.

type Rule = (url: URL, parts: readonly string[]) => readonly string[];

const RULES: readonly { readonly host: RegExp; readonly feeds: Rule }[] = [
  { host: /(^|\.)youtube\.com$/, feeds: youtube },
  { host: /^(www\.|old\.|new\.|np\.)?reddit\.com$/, feeds: reddit },
  { host: /^(www\.)?github\.com$/, feeds: github },
  { host: /^(www\.)?medium\.com$/, feeds: medium },
  { host: /\.medium\.com$/, feeds: (url) => [`${url.origin}/feed`] },
  { host: /\.substack\.com$/, feeds: (url) => [`${url.origin}/feed`] },
  { host: /\.blogspot\.[a-z.]+$/, feeds: (url) => [`${url.origin}/feeds/posts/default`] },
  { host: /\.tumblr\.com$/, feeds: (url) => [`${url.origin}/rss`] },
  { host: /\.wordpress\.com$/, feeds: (url) => [`${url.origin}/feed/`] },
  {
    host: /^bsky\.app$/,
    feeds: (url, [kind, who]) => (kind === 'profile' && who ? [`${url.origin}/profile/${who}/rss`] : []),
  },
  { host: /^news\.ycombinator\.com$/, feeds: (url) => [`${url.origin}/rss`] },
];

export function knownFeeds(pageUrl: string): string[] {
  const url = URL.parse(pageUrl);
  if (!url) return [];
  const parts = url.pathname.split('/').filter((part) => part !== '');
  const rules = RULES.filter(({ host }) => host.test(url.hostname));
  if (rules.length > 0) return rules.flatMap(({ feeds }) => feeds(url, parts));
  // Any host may be a Mastodon server; others with /@name pages just have no such feed.
  const [name, ...rest] = parts;
  return name && rest.length === 0 && /^@[\w.-]+$/.test(name) ? [`${url.origin}/${name}.rss`] : [];
}

/** The address of a channel by its id; a page with a handle names the id inside. */
export function youtubeChannel(id: string): string {
  return `https://www.youtube.com/feeds/videos.xml?channel_id=${id}`;
}

function youtube(url: URL, [kind, id]: readonly string[]): string[] {
  const list = url.searchParams.get('list');
  if (kind === 'playlist' && list)
    return [`https://www.youtube.com/feeds/videos.xml?playlist_id=${encodeURIComponent(list)}`];
  if (kind === 'channel' && /^UC[\w-]{22}$/.test(id ?? '')) return [youtubeChannel(id!)];
  return kind === 'user' && id ? [`https://www.youtube.com/feeds/videos.xml?user=${id}`] : [];
}

function reddit(_url: URL, [kind, name]: readonly string[]): string[] {
  if (kind === 'r' && name) return [`https://www.reddit.com/r/${name}/.rss`];
  if ((kind === 'u' || kind === 'user') && name) return [`https://www.reddit.com/user/${name}/.rss`];
  return kind === undefined ? ['https://www.reddit.com/.rss'] : [];
}

function github(url: URL, [owner, repo, view, ...rest]: readonly string[]): string[] {
  if (!owner) return [];
  if (!repo) return [`${url.origin}/${owner}.atom`];
  const base = `${url.origin}/${owner}/${repo}`;
  if (view === 'commits') return [`${base}/commits${rest.length > 0 ? `/${rest.join('/')}` : ''}.atom`];
  if (view === 'tags') return [`${base}/tags.atom`];
  if (view === 'discussions') return [`${base}/discussions.atom`];
  // A project without releases has tags at least.
  return [`${base}/releases.atom`, `${base}/tags.atom`];
}

function medium(url: URL, parts: readonly string[]): string[] {
  const [first, second] = parts;
  if (!first) return [];
  if (first === 'tag' && second) return [`${url.origin}/feed/tag/${second}`];
  return [`${url.origin}/feed/${first}`];
}
