// What went wrong, in words: what happened, why, and what to do next.

import type { Problem } from '../../errors.ts';
import type { Words } from '../../words.ts';
import { escapeText } from './escape.ts';
import { AMBER, type Message, message, text } from './message.ts';
import { asCode, codeNames } from './words-of.ts';

/** How a command is shown so that it can be clicked: "</sources add:123>". */
export type Mention = (command: string) => string;

/** Nothing has failed here: there is only nothing to show yet, or no longer. */
const GENTLE = new Set<Problem['problem']>(['nothing-found', 'no-sources', 'expired', 'topic-deleted', 'too-fast']);

export function renderProblem(problem: Problem, words: Words, mention: Mention): Message {
  const sentence = problemText(problem, words, mention);
  if (GENTLE.has(problem.problem)) return message([text(sentence)]);
  return message([text(`**${words.say('problem.title')}**`, sentence)], { accent: AMBER });
}

/** The sentence alone, for lists. */
export function problemText(problem: Problem, words: Words, mention: Mention): string {
  const { say } = words;
  switch (problem.problem) {
    case 'bad-query':
      return say('problem.bad-query', { input: shown(problem.input), reason: faultText(problem, words) });
    case 'bad-time-zone':
      return joined(
        say('problem.bad-time-zone', { input: shown(problem.input) }),
        suggestion(problem.suggestion, words),
      );
    case 'unknown-topic':
    case 'unknown-source':
    case 'unknown-digest':
    case 'unknown-pack':
      return joined(say(`problem.${problem.problem}`, { name: shown(problem.name) }), known(problem.known, words));
    case 'cannot-post':
      return say('problem.cannot-post', {
        channel: `<#${problem.channelId}>`,
        permissions: permissionNames(problem.missing, words),
      });
    case 'quota':
      return say(`problem.quota.${problem.what}`, { limit: words.number(problem.limit) });
    case 'too-fast':
      return say('problem.too-fast', { count: problem.seconds });
    case 'nothing-found':
      return joined(
        say('problem.nothing-found', { query: shown(problem.query) }),
        problem.orAddress ? say('problem.or-address') : '',
      );
    case 'no-sources':
      return say('problem.no-sources', { command: mention('sources add') });
    default:
      return plainProblem(problem, words);
  }
}

/** The sentence without markup, for a terminal. */
export function plainProblemText(problem: Problem, words: Words, mention: Mention): string {
  return problemText(problem, words, mention)
    .replaceAll('**', '')
    .replace(/\\([^0-9A-Za-z\s])/g, '$1');
}

/** What is wrong, and where: what is wrong at the very beginning needs no place. */
function faultText({ reason, input, at }: Problem & { readonly problem: 'bad-query' }, { say }: Words): string {
  const text = say(`fault.${reason}`);
  const place = input.slice(at, at + PLACE);
  if (at === 0 || place.trim() === '') return text;
  return say('fault.here', { reason: text, place: asCode(`…${place}${at + PLACE < input.length ? '…' : ''}`) });
}

/** Characters that show where it is. */
const PLACE = 24;

/** Those whose sentence takes their values as they are. */
function plainProblem(problem: Problem, words: Words): string {
  const { problem: name, ...values } = problem;
  const escaped = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? shown(value) : value]),
  );
  // One call for many keys: that each sentence has its values is held by a test.
  return (words.say as (key: string, values: object) => string)(`problem.${name}`, escaped);
}

export function permissionNames(missing: readonly string[], words: Words): string {
  const say = words.say as (key: string, options: object) => string;
  return words.list(missing.map((name) => `**${say(`permission.${name}`, { defaultValue: escapeText(name, 60) })}**`));
}

function suggestion(name: string | undefined, words: Words): string {
  return name === undefined ? '' : words.say('problem.suggestion', { suggestion: asCode(name).slice(1, -1) });
}

function known(names: readonly string[], words: Words): string {
  return names.length === 0 ? '' : words.say('problem.known', { names: codeNames(names, 10) });
}

function shown(value: string): string {
  return escapeText(value, 200);
}

function joined(...sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ');
}
