import { normalizeUrl } from '../feeds/normalize-url.ts';

/**
 * The address that a page may claim for itself: on its own site alone. Believed of any other, it would put its words
 * under somebody else's link, for all readers of that link.
 */
export function ownAddress(claimed: string | undefined, fetched: string): string {
  const isOwn = claimed !== undefined && isSameSite(claimed, fetched);
  return isOwn ? claimed : (normalizeUrl(fetched) ?? fetched);
}

/** One host is the other, or is under it: two hosts under a third may be two tenants. */
function isSameSite(a: string, b: string): boolean {
  const [one, other] = [siteOf(a), siteOf(b)];
  if (one === undefined || other === undefined) return false;
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}

function siteOf(url: string): string | undefined {
  return URL.parse(url)?.host.replace(/^(?:www|m|mobile|amp)\./, '');
}
