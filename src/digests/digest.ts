import type { Owner } from '../scope.ts';
import type { StoryId } from '../stories/story.ts';
import type { TopicId } from '../topics/topic.ts';

export type DigestId = number & { readonly brand: 'DigestId' };
export type RunId = number & { readonly brand: 'RunId' };

export const STYLES = ['headlines', 'brief', 'full'] as const;
export type Style = (typeof STYLES)[number];

/** When a digest falls due: an hour on some weekdays, or five cron fields, in an IANA zone. */
export type Schedule =
  | { readonly kind: 'at'; readonly at: string; readonly days: string; readonly timezone: string }
  | { readonly kind: 'cron'; readonly cron: string; readonly timezone: string };

/** A scheduled post to one channel. */
export interface Digest {
  readonly id: DigestId;
  readonly owner: Owner;
  readonly name: string;
  readonly channelId: string;
  /** Empty means everything in the owner's scope. */
  readonly topics: readonly TopicId[];
  readonly schedule: Schedule;
  readonly stories: number;
  readonly style: Style;
  readonly pingRoleId: string | undefined;
  readonly silent: boolean;
  readonly thread: 'none' | 'each';
  readonly publish: boolean;
  readonly ifEmpty: 'skip' | 'say';
  readonly paused: boolean;
  readonly createdAt: number;
  /** The next time it falls due; undefined while paused. */
  readonly dueAt: number | undefined;
  readonly lastRunAt: number | undefined;
  readonly lastProblem: string | undefined;
}

/** A run of the outbox: one row per digest and local date and time. */
export type RunState = 'due' | 'rendered' | 'sent' | 'skipped' | 'failed';

export interface Run {
  readonly id: RunId;
  readonly digestId: DigestId;
  /** Local date and time of the schedule ("2026-11-21T08:00"), or "manual-<ms>" for /digests run. */
  readonly key: string;
  readonly dueAt: number;
  readonly late: boolean;
  readonly state: RunState;
  /** Message bodies, rendered once; sent in order. */
  readonly pages: readonly unknown[];
  /** Ids of the messages sent so far, one per page. */
  readonly messageIds: readonly string[];
  readonly stories: readonly RunStory[];
  readonly firstTriedAt: number | undefined;
  readonly attempts: number;
}

/** A story as it was posted: what a later run compares with to say "Update" or to leave it out. */
export interface RunStory {
  readonly storyId: StoryId;
  readonly articleIds: readonly number[];
  readonly update: boolean;
}
