// The whole bot in servers of the stand-in, with a clock of its own that every deed moves on.

import type { StandIn, StandInOptions } from '../../src/playground/stand-in.ts';
import type { Owner } from '../../src/scope.ts';
import { discordStandIn } from './discord-stand-in.ts';
import { type RunningBot, runningBot } from './running-bot.ts';
import { type Deed, type Visitor, visitor } from './visitor.ts';

/** A Tuesday. */
export const MORNING = Date.parse('2026-03-10T09:00:00Z');

/** Five asks in half a minute are welcome. */
const BETWEEN_DEEDS_MS = 7_000;

/** An item that could not be read waits ten minutes. */
const RETRY_MS = 11 * 60_000;

export interface Town {
  readonly standIn: StandIn;
  readonly bot: RunningBot;
  readonly clock: { at: number };
  /** All that the visitors did. */
  readonly deeds: Deed[];
  visitor(userId: string, channelId?: string): Visitor;
  /** Polls, indexes and posts until no item is left; on a machine too busy to take a page apart in time, at a later hour. */
  work(): Promise<void>;
  close(): Promise<void>;
}

interface TownOptions extends Pick<StandInOptions, 'guilds' | 'people'> {
  readonly fetchAllow?: readonly string[];
  readonly httpsProxy?: string;
}

export async function openTown({ fetchAllow = [], httpsProxy, ...options }: TownOptions = {}): Promise<Town> {
  const standIn = await discordStandIn(options);
  const clock = { at: MORNING };
  const deeds: Deed[] = [];
  const bot = await runningBot(standIn, { fetchAllow, now: () => clock.at, ...(httpsProxy ? { httpsProxy } : {}) });
  return {
    standIn,
    bot,
    clock,
    deeds,
    visitor: (userId, channelId) => {
      const before = (deed: Deed): void => {
        clock.at += BETWEEN_DEEDS_MS;
        deeds.push(deed);
      };
      return visitor(standIn, { userId, before, ...(channelId === undefined ? {} : { channelId }) });
    },
    work: async () => {
      await bot.work();
      const owners = [...standIn.core.world.guilds.keys()] as Owner[];
      while ((await bot.engine.store.items.countPending({ owners })) > 0) {
        clock.at += RETRY_MS;
        await bot.loops.index.run();
      }
    },
    close: async () => {
      await bot.stop();
      await standIn.close();
    },
  };
}
