import type { ArticleId } from '../articles/article.ts';
import type { Look } from '../stories/look.ts';
import type { Db } from './atomic.ts';
import type { Looker, LookStore } from './contract.ts';

export function lookStore(db: Db): LookStore {
  return {
    get: async (by) => {
      const row = await db
        .selectFrom('story_looks')
        .select(['at', 'up_to', 'before_at', 'before_up_to'])
        .where('person', '=', by.person)
        .where('owner', '=', by.owner)
        .where('story_id', '=', by.storyId)
        .executeTakeFirst();
      const last = toLook(row?.at, row?.up_to);
      return last && { last, before: toLook(row?.before_at, row?.before_up_to) };
    },
    put: async (by, { last, before }) => {
      const values = {
        at: last.at,
        up_to: last.upTo,
        before_at: before?.at ?? null,
        before_up_to: before?.upTo ?? null,
      };
      await db
        .insertInto('story_looks')
        .values({ ...keyOf(by), ...values })
        .onConflict((conflict) => conflict.columns(['person', 'owner', 'story_id']).doUpdateSet(values))
        .execute();
    },
    forget: async (person) => {
      await db.deleteFrom('story_looks').where('person', '=', person).execute();
    },
    prune: async (before) => {
      await db.deleteFrom('story_looks').where('at', '<', before).execute();
    },
  };
}

function keyOf({ person, owner, storyId }: Looker) {
  return { person, owner, story_id: storyId };
}

function toLook(at: number | null | undefined, upTo: number | null | undefined): Look | undefined {
  return at == null || upTo == null ? undefined : { at, upTo: upTo as ArticleId };
}
