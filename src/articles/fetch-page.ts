// A page that a person asks about: fetched at once, extracted, and not stored.

import type { Problem } from '../errors.ts';
import { fileFormat } from '../feeds/file-format.ts';
import type { Http } from '../http.ts';
import type { ArticleDraft } from './article.ts';
import { decodePage } from './decode-page.ts';
import type { ExtractOutcome } from './extract.ts';
import { ownAddress } from './own-address.ts';

const TIMEOUT_MS = 8_000;
const MAX_BYTES = 5 * 1024 * 1024;

export async function fetchPage(
  url: string,
  {
    http,
    extract,
  }: {
    readonly http: Pick<Http, 'fetch'>;
    readonly extract: (page: { readonly html: string; readonly url: string }) => Promise<ExtractOutcome | undefined>;
  },
): Promise<ArticleDraft | Problem> {
  const answer = await http.fetch({ url, purpose: 'person', urgent: true, timeoutMs: TIMEOUT_MS, maxBytes: MAX_BYTES });
  if (answer.kind === 'problem') return answer.problem;
  const html = answer.kind === 'ok' ? decodePage(answer.bytes, answer.contentType) : undefined;
  const format = answer.kind === 'ok' ? fileFormat(answer.bytes) : undefined;
  if (format !== undefined) return { problem: 'a-file', url, format };
  if (answer.kind !== 'ok' || html === undefined) return { problem: 'no-article', url };
  const extracted = await extract({ html, url: answer.url });
  // A list of other pages' headlines is nothing to summarize.
  if (extracted?.kind !== 'article' || extracted.draft.kind === 'listing') return { problem: 'no-article', url };
  return { ...extracted.draft, url: ownAddress(extracted.draft.url, answer.url) };
}
