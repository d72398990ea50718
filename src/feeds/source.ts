import type { Owner } from '../scope.ts';
import type { FeedId } from './feed.ts';

export type SourceId = number & { readonly brand: 'SourceId' };

/** One owner's subscription to a feed. */
export interface Source {
  readonly id: SourceId;
  readonly owner: Owner;
  readonly feedId: FeedId;
  readonly url: string;
  readonly name: string;
  /** What is posted must have been seen in the feed after this time; undefined until the first check has set the baseline. */
  readonly baselineAt: number | undefined;
  readonly addedAt: number;
  readonly paused: boolean;
}
