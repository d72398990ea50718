// The command line: what the bot does, without Discord. Output lines alone on standard output, logs on standard error.

import { parseArgs } from 'node:util';
import type { AskVerb } from './cli/ask-verbs.ts';
import { BATCH_VERBS, toMethod } from './cli/batch-verbs.ts';
import { answerLines } from './cli/json-lines.ts';
import { readConfig } from './config.ts';
import { OperatorError } from './errors.ts';
import { createLog } from './log.ts';

const STARTED_NOT = 1;
const WRONG_USAGE = 2;

const USAGE = `npm run -s cli -- VERB

JSON Lines from standard input to standard output:
  extract, clean, parse-feed, language, sentences, summarize [--method NAME], stories, copies, same, rank
Arguments, and the database of DATABASE_URL:
  index FILE|FOLDER|URL…      files, folders, addresses or OPML into the index
  search WORDS [--json]       topic WORDS [--json]       latest [--json]
  trending [24h|3d|7d] [--json]`;

class UsageError extends Error {}

async function main(): Promise<void> {
  const { positionals, values } = readArguments();
  const [verb = '', ...words] = positionals;
  const openVerb = BATCH_VERBS[verb];
  if (openVerb) {
    const answer = await openVerb({ method: toMethod(values.method) });
    return answerLines({ input: process.stdin, output: process.stdout }, answer);
  }
  if (verb === 'index') return runIndex(words);
  if (isAskVerb(verb)) return runAsk(verb, words, values.json);
  throw new UsageError(verb === '' ? 'a verb is missing' : `there is no verb "${verb}"`);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { method: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function runIndex(paths: readonly string[]): Promise<void> {
  if (paths.length === 0) throw new UsageError('index needs files, folders, URLs or OPML');
  // The batch verbs need no database, so they do not load what opens one.
  const { indexVerb } = await import('./cli/index-verb.ts');
  await indexVerb(paths, parts());
}

const ASK_VERBS = ['search', 'topic', 'latest', 'trending'] as const;

function isAskVerb(verb: string): verb is AskVerb {
  return (ASK_VERBS as readonly string[]).includes(verb);
}

async function runAsk(verb: AskVerb, words: readonly string[], json: boolean): Promise<void> {
  if ((verb === 'search' || verb === 'topic') && words.length === 0) throw new UsageError(`${verb} needs words`);
  if (verb === 'trending' && !['24h', '3d', '7d'].includes(words.join(' ') || '24h'))
    throw new UsageError('trending is asked for 24h, 3d or 7d');
  const { askVerb } = await import('./cli/ask-verbs.ts');
  await askVerb({ verb, words: words.join(' '), json }, parts());
}

function parts() {
  const config = readConfig(process.env);
  return {
    config,
    log: createLog(process.env.LOG_LEVEL ? config.logLevel : 'warn'),
    now: Date.now,
    output: process.stdout,
  };
}

// A reader that has seen enough (head, for one) closes the pipe: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await main();
} catch (error) {
  if (error instanceof UsageError || error instanceof RangeError) {
    console.error(`${error.message}\n\n${USAGE}`);
    process.exitCode = WRONG_USAGE;
  } else {
    console.error(error instanceof OperatorError ? error.message : error);
    process.exitCode = STARTED_NOT;
  }
}
