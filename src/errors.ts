// Expected outcomes that a person has to hear about, as values: every way a request can fail without a bug.

/** What went wrong, told by `problem` (a key of the catalogue, `problem.<name>`), with the values its sentence needs. */
export type Problem =
  | { readonly problem: 'not-a-url'; readonly input: string }
  | { readonly problem: 'host-not-found'; readonly host: string }
  | { readonly problem: 'private-address'; readonly host: string }
  | { readonly problem: 'unreachable'; readonly host: string }
  | { readonly problem: 'http-status'; readonly host: string; readonly status: number }
  | { readonly problem: 'timeout'; readonly host: string; readonly seconds: number }
  | { readonly problem: 'too-large'; readonly host: string; readonly megabytes: number }
  /** What came is damaged, or not packed as it says. */
  | { readonly problem: 'garbled'; readonly host: string }
  | { readonly problem: 'too-many-redirects'; readonly host: string }
  | { readonly problem: 'robots'; readonly host: string }
  | { readonly problem: 'no-article'; readonly url: string }
  | { readonly problem: 'not-a-feed'; readonly url: string }
  /** An archive, a picture, a document or a program where a feed or a page should be. */
  | { readonly problem: 'a-file'; readonly url: string; readonly format: string }
  /** `orAddress`: the address of an article would have done as well. */
  | { readonly problem: 'nothing-found'; readonly query: string; readonly orAddress?: true }
  | { readonly problem: 'no-sources' }
  | { readonly problem: 'no-text' }
  | { readonly problem: 'unknown-topic'; readonly name: string; readonly known: readonly string[] }
  /** A button of it is still there. */
  | { readonly problem: 'topic-deleted' }
  | { readonly problem: 'unknown-source'; readonly name: string; readonly known: readonly string[] }
  | { readonly problem: 'unknown-digest'; readonly name: string; readonly known: readonly string[] }
  | { readonly problem: 'already-exists'; readonly name: string }
  | { readonly problem: 'topic-in-use'; readonly name: string; readonly digest: string }
  | { readonly problem: 'name-needed' }
  | { readonly problem: 'name-too-long'; readonly limit: number }
  | { readonly problem: 'bad-query'; readonly input: string; readonly at: number; readonly reason: QueryFault }
  /** Words that are in nearly every text. */
  | { readonly problem: 'too-common'; readonly words: string }
  | { readonly problem: 'bad-time'; readonly input: string }
  | { readonly problem: 'bad-cron'; readonly input: string }
  | { readonly problem: 'bad-days'; readonly input: string }
  | { readonly problem: 'bad-time-zone'; readonly input: string; readonly suggestion: string | undefined }
  | { readonly problem: 'at-or-cron' }
  | { readonly problem: 'cannot-post'; readonly channelId: string; readonly missing: readonly string[] }
  | { readonly problem: 'needs-manage-server' }
  | { readonly problem: 'server-only' }
  | { readonly problem: 'quota'; readonly what: 'sources' | 'topics' | 'digests' | 'mutes'; readonly limit: number }
  | { readonly problem: 'file-too-large'; readonly megabytes: number }
  | { readonly problem: 'not-a-list' }
  | { readonly problem: 'list-is-file'; readonly format: string }
  | { readonly problem: 'import-running' }
  | { readonly problem: 'unknown-language'; readonly name: string }
  | { readonly problem: 'unknown-pack'; readonly name: string; readonly known: readonly string[] }
  | { readonly problem: 'too-late-to-undo'; readonly minutes: number }
  | { readonly problem: 'too-fast'; readonly seconds: number }
  | { readonly problem: 'expired' }
  | { readonly problem: 'internal'; readonly reference: string };

/** What is wrong with a query that a person typed. */
export type QueryFault =
  | 'empty'
  | 'open-quote'
  | 'bad-language'
  | 'bad-since'
  | 'open-bracket'
  | 'extra-bracket'
  | 'dangling-or'
  | 'only-exclusions'
  | 'too-long';

export type ProblemName = Problem['problem'];

export function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'problem' in value;
}

/** A wrong setting or command line: one clear sentence for the operator; the program ends with it, without a stack. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}
