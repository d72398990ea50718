// Links whose text comes from outside: the address is the one given, and the text cannot pretend to be another.

import { cleanLine, escapeLabel } from './escape.ts';

/** Longer addresses are shown as text without a link: they would eat the message. */
const MAX_URL = 700;
const MAX_PICTURE_URL = 2000;
const ADDRESS_IN_TEXT = /(?:https?:\/\/|www\.)([^\s/?#)\]]+)|^([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)(?=$|[/?#:])/iu;

/** An http(s) address that can stand between `(<` and `>)`; undefined for anything else. */
export function safeUrl(url: string | undefined, max = MAX_URL): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') return undefined;
  // "https://bank.example@evil.example" shows one host and opens the other.
  if (parsed.username !== '') parsed.username = '';
  if (parsed.password !== '') parsed.password = '';
  const whole = encodeDelimiters(parsed.href);
  if (whole.length <= max) return whole;
  const bare = whole.replace(/#.*$/, '');
  return bare.length <= max ? bare : undefined;
}

function encodeDelimiters(href: string): string {
  return href.replace(
    /[()<>[\]\\`|^{}"'\s*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** An address that Discord may fetch a picture from; it shows no drawings, and knows no hosts without a dot. */
export function pictureUrl(url: string | undefined): string | undefined {
  const safe = safeUrl(url, MAX_PICTURE_URL);
  if (safe === undefined) return undefined;
  const { hostname, pathname } = new URL(safe);
  return hostname.includes('.') && !/\.svgz?$/i.test(pathname) ? safe : undefined;
}

/** `[text](<url>)`, or the text alone where there is no address to open. */
export function link(text: string, url: string | undefined, maxText = 300): string {
  const label = escapeLabel(text, maxText);
  const target = safeUrl(url);
  if (target === undefined) return label;
  if (label === '') return `[${escapeLabel(new URL(target).host, 80)}](<${target}>)`;
  if (!namesAnotherHost(text, target)) return `[${label}](<${target}>)`;
  return `${label} [(${escapeLabel(new URL(target).host, 80)})](<${target}>)`;
}

/** A number of a source, linked: `[[1]](<url>)`, without the fragment where the address would be longer than `max`; plain where there is none. */
export function citeLink(n: number, url: string | undefined, max = MAX_URL): string {
  const target = safeUrl(url, max) ?? safeUrl(url)?.replace(/#.*$/, '');
  return target === undefined ? `\\[${n}\\]` : `[[${n}]](<${target}>)`;
}

/** The text reads like an address of another host than the one that would open. */
function namesAnotherHost(text: string, target: string): boolean {
  const match = ADDRESS_IN_TEXT.exec(cleanLine(text, 300));
  const named = (match?.[1] ?? match?.[2])?.toLowerCase().replace(/^www\./, '');
  if (named === undefined) return false;
  const { host, hostname } = new URL(target);
  return ![host, hostname]
    .map((one) => one.replace(/^www\./, ''))
    .some((own) => own === named || own.endsWith(`.${named}`));
}
