import type { Owner } from '../scope.ts';

export type TopicId = number & { readonly brand: 'TopicId' };

/** A topic of one owner: an include query (topics/query.ts) and what narrows it. */
export interface Topic {
  readonly id: TopicId;
  readonly owner: Owner;
  readonly name: string;
  readonly include: string;
  readonly exclude: string | undefined;
  /** Names of sources; empty means all. */
  readonly sources: readonly string[];
  /** ISO 639-1 codes; empty means all. */
  readonly languages: readonly string[];
  readonly createdAt: number;
}
