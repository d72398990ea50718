// The bot as one thing: connects, registers its commands, answers, delivers, and goes.

import type { Client } from 'discord.js';
import type { App } from '../app.ts';
import type { Deliver } from '../digests/delivery.ts';
import type { Log } from '../log.ts';
import { createClient } from './client.ts';
import type { Command } from './command.ts';
import { createDispatch } from './dispatch.ts';
import { logIn } from './log-in.ts';
import { lackingIn, type PostNeeds } from './permissions.ts';
import { mentionOf, registerCommands } from './register.ts';
import { createDeliver } from './send.ts';
import type { Answered } from './turn.ts';

export interface BotParts {
  readonly token: string;
  readonly apiUrl: string | undefined;
  readonly shards?: string;
  readonly commands: readonly Command[];
  readonly app: App;
  readonly log: Log;
  readonly now: () => number;
  readonly observe?: (answer: Answered) => void;
  readonly asksPerHalfMinute?: number;
}

export interface Bot {
  readonly client: Client;
  readonly deliver: Deliver;
  /** "</latest:123>", for what is rendered outside an interaction. */
  readonly mention: (command: string) => string;
  /** Names of the permissions that the bot lacks for posting there. */
  readonly lacks: (guildId: string, channelId: string, needs: PostNeeds) => readonly string[];
  /** Takes no more interactions, lets those under way finish, and disconnects. */
  stop(): Promise<void>;
}

/** Resolves when Discord has greeted the bot and knows its commands. */
export async function startBot(parts: BotParts): Promise<Bot> {
  const { log } = parts;
  const client = createClient({ apiUrl: parts.apiUrl, log, shards: parts.shards });
  let ids: ReadonlyMap<string, string> = new Map();
  const mention = (command: string): string => mentionOf(ids, command);
  const dispatch = createDispatch({ ...parts, mention });
  const underWay = new Set<Promise<void>>();
  let isStopping = false;
  client.on('interactionCreate', (interaction) => {
    if (isStopping) return;
    const turn = dispatch(interaction).finally(() => underWay.delete(turn));
    underWay.add(turn);
  });

  const { application, user } = await logIn(client, parts.token);
  const registered = await registerCommands(
    client.rest,
    application.id,
    parts.commands.map(({ data }) => data),
  );
  ids = registered.ids;
  log.info({ user: user.tag, guilds: client.guilds.cache.size, commandsChanged: registered.changed }, 'on Discord');

  return {
    client,
    deliver: createDeliver({ client, log }),
    mention,
    lacks: (guildId, channelId, needs) => lackingIn(client.guilds.cache.get(guildId), channelId, needs),
    async stop() {
      isStopping = true;
      await Promise.allSettled(underWay);
      await client.destroy();
    },
  };
}
