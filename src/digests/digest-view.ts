// What a digest shows, before it is rendered.

import type { StoryCard } from '../stories/answer.ts';
import type { Style } from './digest.ts';

/** `sentences`: one for `brief`, up to three for `full`, none for `headlines`. */
export interface DigestStory extends StoryCard {
  /** Posted before, and there are new facts. */
  readonly update: boolean;
}

export interface DigestView {
  readonly kind: 'digest';
  readonly digestId: number;
  readonly name: string;
  readonly style: Style;
  /** Names of its topics; empty means everything. */
  readonly topics: readonly string[];
  readonly at: number;
  readonly timezone: string;
  readonly late: boolean;
  readonly pingRoleId: string | undefined;
  readonly stories: readonly DigestStory[];
  /** Nothing is new: a preview shows what the last day held. */
  readonly sample?: boolean;
  /** Stories that were new too but found no room. */
  readonly more: number;
  /** A short key that every page carries (in a button's custom_id), by which a run is found again in the channel. */
  readonly runKey: string;
}
