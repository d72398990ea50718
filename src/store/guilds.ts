import type { Method } from '../summaries/summary.ts';
import type { Db } from './atomic.ts';
import type { GuildSettings, GuildStore } from './contract.ts';

export function guildStore(db: Db): GuildStore {
  return {
    settings: async (owner) => {
      const row = await db.selectFrom('guilds').selectAll().where('owner', '=', owner).executeTakeFirst();
      return {
        timezone: row?.timezone ?? 'UTC',
        language: row?.language ?? undefined,
        method: (row?.method ?? undefined) as Method | undefined,
        alertChannelId: row?.alert_channel_id ?? undefined,
        visibility: (row?.visibility ?? undefined) as GuildSettings['visibility'],
        textDays: (row?.text_days ?? undefined) as GuildSettings['textDays'],
      };
    },
    saveSettings: async (owner, { timezone, language, method, alertChannelId, visibility, textDays }) => {
      const values = {
        timezone,
        language: language ?? null,
        method: method ?? null,
        alert_channel_id: alertChannelId ?? null,
        visibility: visibility ?? null,
        text_days: textDays ?? null,
      };
      await db
        .insertInto('guilds')
        .values({ owner, ...values })
        .onConflict((conflict) => conflict.column('owner').doUpdateSet(values))
        .execute();
    },
  };
}
