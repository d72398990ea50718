// The whole bot, with the real discord.js client, against the stand-in; its loops run when a test says so.

import { type Broadsheet, startBroadsheet } from '../../src/broadsheet.ts';
import { readConfig } from '../../src/config.ts';
import { silentLog } from '../../src/log.ts';
import type { StandIn } from '../../src/playground/stand-in.ts';
import { TOKEN } from './discord-stand-in.ts';

export interface RunningBot extends Broadsheet {
  /** Polls, indexes and posts until nothing is left to do. */
  work(): Promise<void>;
}

export async function runningBot(
  standIn: StandIn,
  {
    databaseUrl = 'sqlite::memory:',
    fetchAllow = [] as readonly string[],
    now = Date.now as () => number,
    httpsProxy = undefined as string | undefined,
  } = {},
): Promise<RunningBot> {
  const config = {
    ...readConfig({}),
    discordToken: TOKEN,
    discordApiUrl: standIn.apiUrl,
    databaseUrl,
    fetchAllow,
    httpsProxy,
  };
  const broadsheet = await startBroadsheet({ config, log: silentLog, now, random: () => 0.5, ticking: false });
  return {
    ...broadsheet,
    work: async () => {
      const { poll, index, post } = broadsheet.loops;
      await poll.run();
      await index.run();
      await post.run();
    },
  };
}
