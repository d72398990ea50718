// The composition root: reads the settings, starts the bot or the playground, and ends the process when it is told to.

import { existsSync } from 'node:fs';
import { startBroadsheet } from './broadsheet.ts';
import { readConfig } from './config.ts';
import { OperatorError } from './errors.ts';
import { createLog, type Log } from './log.ts';
import { openPlayground } from './open-playground.ts';

/** What is left of the five seconds that a supervisor gives goes to ending by force. */
const DRAIN_MS = 4_500;

interface Running {
  readonly stop: () => Promise<void>;
}

async function main(): Promise<void> {
  const hasEnvFile = existsSync('.env');
  if (hasEnvFile) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const wantsPlayground = process.argv[2] === 'playground';
  const isConfigured = hasEnvFile || process.env.DATABASE_URL !== undefined;
  if (!wantsPlayground && config.discordToken === undefined && isConfigured) {
    throw new OperatorError(
      'DISCORD_TOKEN is missing: put the token from the Bot page of the Discord Developer Portal into .env, or run "npm run playground" to try Broadsheet without Discord.',
    );
  }
  const playground = wantsPlayground || config.discordToken === undefined;
  const running = playground
    ? await openPlayground(config)
    : await startBroadsheet({ config: { ...config, discordToken: config.discordToken as string }, log });
  endOnSignals(running, log);
}

function endOnSignals(running: Running, log: Log): void {
  let ending = false;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (ending) process.exit(1);
    ending = true;
    log.info({ signal }, 'ending');
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    await running.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(signal));
}

try {
  await main();
} catch (error) {
  console.error(error instanceof OperatorError ? error.message : error);
  process.exitCode = 1;
}
