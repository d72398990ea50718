// search, topic and latest: what the commands would answer, in plain text or as JSON.

import type { Writable } from 'node:stream';
import { plainProblemText as sentenceOf } from '../discord/render/problem.ts';
import { type EngineParts, openEngine } from '../engine.ts';
import { isProblem, type Problem } from '../errors.ts';
import { localScope } from '../scope.ts';
import type { ArticleLine, LatestAnswer, SearchAnswer, StoryCard, TopicAnswer } from '../stories/answer.ts';
import { wordsFor } from '../words.ts';

type Answer = SearchAnswer | TopicAnswer | LatestAnswer;

/** Whether there was an answer; what went wrong is printed in words (or as JSON) like the answer itself. */
export async function askVerb(
  ask: { readonly verb: 'search' | 'topic' | 'latest'; readonly words: string; readonly json: boolean },
  { output, ...parts }: EngineParts & { readonly output: Writable },
): Promise<boolean> {
  const engine = await openEngine(parts);
  try {
    const answer = await answerOf(ask, engine.app);
    const text = isProblem(answer) ? problemText(answer) : toText(answer);
    output.write(`${ask.json ? JSON.stringify(answer) : text}\n`);
    return !isProblem(answer);
  } finally {
    await engine.close();
  }
}

async function answerOf(
  { verb, words }: { readonly verb: 'search' | 'topic' | 'latest'; readonly words: string },
  app: Awaited<ReturnType<typeof openEngine>>['app'],
): Promise<Answer | Problem> {
  const scope = localScope;
  if (verb === 'search') return app.search({ scope, query: words });
  if (verb === 'topic') return app.topic({ scope, name: words, since: '30d', sort: 'top' });
  return app.latest({ scope, topic: undefined, source: words || undefined, count: 10 });
}

function problemText(problem: Problem): string {
  return sentenceOf(problem, wordsFor('en'), (command) => `/${command}`);
}

function toText(answer: Answer): string {
  if (answer.kind === 'topic') return answer.stories.map(storyText).join('\n\n');
  const lines: readonly ArticleLine[] = answer.kind === 'search' ? answer.hits : answer.articles;
  return lines.map(lineText).join('\n');
}

function storyText({ headline, sources, sentences, articles }: StoryCard, index: number): string {
  const told = sentences.map(({ text, cites }) => `   ${text} ${cites.map(({ n }) => `[${n}]`).join('')}`);
  const cited = new Set(sentences.flatMap(({ cites }) => cites.map(({ n }) => n)));
  const notes = articles
    .filter(({ n }) => cited.has(n))
    .map(({ n, source, title, url }) => `   [${n}] ${source}: ${url ?? title}`);
  const many = sources.length === 1 ? '1 source' : `${sources.length} sources`;
  return [`${index + 1}. ${headline} (${many})`, ...told, ...notes].join('\n');
}

function lineText({ title, source, at, url }: ArticleLine): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')}  ${source}: ${title}${url === undefined ? '' : `\n                  ${url}`}`;
}
