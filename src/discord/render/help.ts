// /help: what there is, as commands that can be clicked, and who may use it.

import type { Words } from '../../words.ts';
import { type Message, message, separator, subtext, text } from './message.ts';
import type { Mention } from './problem.ts';

const ASKING = ['summary', 'topic', 'latest', 'search', 'trending'] as const;
const MANAGING = {
  sources: ['add', 'list', 'test', 'pause', 'resume', 'edit', 'remove', 'import', 'export'],
  topics: ['create', 'list', 'edit', 'test', 'delete'],
  digests: ['create', 'list', 'preview', 'run', 'pause', 'resume', 'history', 'delete'],
} as const;

export const ABOUT = [...ASKING, 'sources', 'topics', 'digests', 'settings', 'status'] as const;
export type About = (typeof ABOUT)[number];

export function renderHelp(about: About | undefined, words: Words, mention: Mention): Message {
  return about === undefined ? overview(words, mention) : one(about, words, mention);
}

function overview(words: Words, mention: Mention): Message {
  const { say } = words;
  const managing = Object.keys(MANAGING) as (keyof typeof MANAGING)[];
  return message([
    text(`## ${say('help.title')}`, say('help.intro')),
    separator(),
    text(
      say('help.asking'),
      ...ASKING.map((name) => `${mention(name)} ${say(`help.about.${name}`)}`),
      `**${say('command.links.name')}** ${say('help.about.links')}`,
    ),
    separator(),
    text(
      say('help.managing'),
      ...managing.map((name) => `${mention(`${name} ${MANAGING[name][0]}`)} ${say(`help.about.${name}`)}`),
      ...(['settings', 'status'] as const).map((name) => `${mention(name)} ${say(`help.about.${name}`)}`),
    ),
    text(subtext(say('help.start', { add: mention('sources add'), digest: mention('digests create') }))),
  ]);
}

function one(about: About, words: Words, mention: Mention): Message {
  const { say } = words;
  const verbs = about in MANAGING ? MANAGING[about as keyof typeof MANAGING] : undefined;
  const lines = verbs?.map((verb) => `${mention(`${about} ${verb}`)} ${describe(about, verb, words)}`);
  const who =
    verbs !== undefined || about === 'status' || about === 'settings' ? say('help.managing') : say('help.asking');
  return message([
    text(`## ${lines === undefined ? mention(about) : about}`, say(`command.${about}.description`)),
    ...[lines ?? [], queryLines(about, words), lines === undefined ? options(about, words) : []]
      .filter(isSome)
      .map((some) => text(...some)),
    text(subtext(who)),
  ]);
}

function isSome(lines: readonly string[]): boolean {
  return lines.length > 0;
}

/** How to write a query; a topic wants all its words. */
function queryLines(about: About, { say }: Words): string[] {
  if (about !== 'search' && about !== 'topics') return [];
  const common = (['phrase', 'without', 'either', 'title', 'narrow'] as const).map((name) => say(`help.query.${name}`));
  if (about === 'topics') return [say('help.query.all'), ...common];
  return [say('help.query.any'), ...common, subtext(say('help.query.exact'))];
}

function describe(about: string, verb: string, words: Words): string {
  return (words.say as (key: string) => string)(`command.${about}.${verb}`);
}

/** The options of a command that asks, as its catalogue entry lists them; a query has lines of its own. */
function options(about: About, words: Words): string[] {
  const entry = (words.say as (key: string, options: object) => unknown)(`command.${about}`, { returnObjects: true });
  return Object.entries(entry as Record<string, string>)
    .filter(([name]) => name !== 'description' && name !== 'query')
    .map(([name, description]) => `- \`${name}\`: ${description}`);
}
