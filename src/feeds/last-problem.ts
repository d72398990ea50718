import { isProblem, type Problem } from '../errors.ts';
import type { Feed } from './feed.ts';

/** Why the last check of a feed failed, as it was stored. */
export function lastProblemOf({ lastProblem, url }: Pick<Feed, 'lastProblem' | 'url'>): Problem {
  try {
    const problem: unknown = JSON.parse(lastProblem ?? '');
    if (isProblem(problem)) return problem;
  } catch {
    // A row of an older version: what follows is true of it, too.
  }
  return { problem: 'not-a-feed', url };
}
