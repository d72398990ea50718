// One address for one page: trackers stripped for what is stored, and a coarser key for comparing.

import trackers from '../../data/feeds/trackers.json' with { type: 'json' };

const NAMES = new Set(trackers.names);
const VALUES = new Map(Object.entries(trackers.values).map(([name, pattern]) => [name, new RegExp(pattern, 'i')]));
/** Fragments that lead nowhere in the page. */
const TRACKING_FRAGMENT = /^#(?:$|:~:text|xtor|utm_|ref=|rss|feed|comments?$|respond$|top$|more-\d+$|sthash|\.)/i;

/** The canonical form of a web address, absolute; undefined for anything else. A `#!` fragment is part of the address. */
export function normalizeUrl(url: string, base?: string): string | undefined {
  const parsed = parse(url, base);
  if (!parsed) return undefined;
  if (!parsed.hash.startsWith('#!')) parsed.hash = '';
  return parsed.href;
}

/** The host of an address and its port, without `www.` and its like; empty for what is no web address. */
export function hostKey(url: string): string {
  const page = parse(url);
  return page ? `${keyHost(page.hostname)}${page.port === '' ? '' : `:${page.port}`}` : '';
}

/** What two addresses of one page have in common: without scheme, AMP and mobile forms, `www.`, order of parameters. */
export function urlKey(url: string): string | undefined {
  return pageAddress(url)?.key;
}

export interface PageAddress {
  /** `urlKey` of the address. */
  readonly key: string;
  /** `key` up to its parameters. */
  readonly path: string;
  readonly parameters: URLSearchParams;
  /** With its #; empty when it leads nowhere in the page. A changelog's entries may differ in nothing else. */
  readonly fragment: string;
  /** A site's front page. */
  readonly isFront: boolean;
}

/** An address taken apart for comparing. */
export function pageAddress(url: string): PageAddress | undefined {
  const page = parse(url);
  if (!page) return undefined;
  const port = page.port === '' ? '' : `:${page.port}`;
  const path = `${keyHost(page.hostname)}${port}${keyPath(page.pathname)}`;
  const parameters = page.searchParams;
  parameters.sort();
  const route = page.hash.startsWith('#!') ? page.hash : '';
  return {
    key: `${path}${page.search}${route}`,
    path,
    parameters,
    fragment: TRACKING_FRAGMENT.test(page.hash) ? '' : page.hash,
    isFront: page.pathname === '/' && page.search === '' && page.hash === '',
  };
}

/** The keys by which a page's address is looked up; none for what is no web address. */
export function urlKeys(url: string): string[] {
  const key = urlKey(url);
  return key === undefined ? [] : [`url:${key}`];
}

function parse(url: string, base?: string): URL | undefined {
  const parsed = URL.parse(url.trim(), base);
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.hostname === '') return undefined;
  const page = URL.parse(unwrapAmp(parsed)) ?? parsed;
  page.username = '';
  page.password = '';
  page.hostname = page.hostname.replace(/\.$/, '');
  page.pathname = page.pathname.replace(/;(?:jsessionid|phpsessid|sid)=[^/]*/gi, '');
  stripTrackers(page);
  return page;
}

/** Writes the query anew only when something was taken out: some servers care about its exact spelling. */
function stripTrackers(url: URL): void {
  if (url.search === '') {
    url.search = '';
    return;
  }
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isTracker(pair));
  url.search = kept.join('&');
}

function isTracker(pair: string): boolean {
  const [rawName = '', value = ''] = pair.split('=', 2);
  const name = rawName.toLowerCase();
  if (NAMES.has(name) || trackers.prefixes.some((prefix) => name.startsWith(prefix))) return true;
  return VALUES.get(name)?.test(value) ?? false;
}

/** Google's and the AMP project's caches carry the address inside theirs. */
function unwrapAmp(url: URL): string {
  const cached = url.hostname.endsWith('.cdn.ampproject.org') || /^(?:www\.)?google\.[a-z.]+$/.test(url.hostname);
  const match = cached && /^\/(?:amp|c|v|i)\/(s\/)?([^/]+\.[^/]+\/?.*)$/.exec(url.pathname);
  return match ? `${match[1] ? 'https' : 'http'}://${match[2]}${url.search}` : '';
}

function keyHost(hostname: string): string {
  const host = hostname.replace(/^(?:www\d?|m|mobile|amp|touch)\.(?=[^.]+\.)/, '');
  return host.replace(/^([a-z]{2,3})\.m\.(?=[^.]+\.)/, '$1.');
}

function keyPath(pathname: string): string {
  const path = pathname
    .replace(/\/{2,}/g, '/')
    .replace(/^\/amp(?=\/)/, '')
    .replace(/\/amp\/?$/, '')
    .replace(/(\.html?)\/amp$/, '$1')
    .replace(/\.amp(\.html?)?$/, '$1')
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/, '')
    .replace(/\/$/, '');
  return path.replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase());
}
