// Every command that there is: nothing is found by listing a folder at run time.

import type { Command } from '../src/discord/command.ts';
import { digests } from './digests.ts';
import { help } from './help.ts';
import { latest } from './latest.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { sources } from './sources.ts';
import { status } from './status.ts';
import { summarizeLinks } from './summarize-links.ts';
import { summary } from './summary.ts';
import { topic } from './topic.ts';
import { topics } from './topics.ts';
import { trending } from './trending.ts';

export const commands: readonly Command[] = [
  summary,
  topic,
  latest,
  search,
  trending,
  help,
  sources,
  topics,
  digests,
  settings,
  status,
  summarizeLinks,
];
