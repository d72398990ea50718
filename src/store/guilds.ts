import type { Db } from './atomic.ts';
import type { GuildStore } from './contract.ts';

export function guildStore(db: Db): GuildStore {
  return {
    settings: async (owner) => {
      const row = await db.selectFrom('guilds').selectAll().where('owner', '=', owner).executeTakeFirst();
      return { timezone: row?.timezone ?? 'UTC', language: row?.language ?? undefined };
    },
    saveSettings: async (owner, { timezone, language }) => {
      const values = { timezone, language: language ?? null };
      await db
        .insertInto('guilds')
        .values({ owner, ...values })
        .onConflict((conflict) => conflict.column('owner').doUpdateSet(values))
        .execute();
    },
  };
}
