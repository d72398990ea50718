// search, topic, latest and trending: what the commands would answer, in plain text or as JSON.

import type { Writable } from 'node:stream';
import { plainProblemText as sentenceOf } from '../discord/render/problem.ts';
import { type EngineParts, openEngine } from '../engine.ts';
import { isProblem, type Problem } from '../errors.ts';
import { localScope } from '../scope.ts';
import type {
  ArticleLine,
  LatestAnswer,
  SearchAnswer,
  StoryCard,
  TopicAnswer,
  TrendingAnswer,
} from '../stories/answer.ts';
import type { TrendSince } from '../trends/trend.ts';
import { wordsFor } from '../words.ts';

export type AskVerb = 'search' | 'topic' | 'latest' | 'trending';

type Answer = SearchAnswer | TopicAnswer | LatestAnswer | TrendingAnswer;

/** Whether there was an answer; what went wrong is printed in words (or as JSON) like the answer itself. */
export async function askVerb(
  ask: { readonly verb: AskVerb; readonly words: string; readonly json: boolean },
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
  { verb, words }: { readonly verb: AskVerb; readonly words: string },
  app: Awaited<ReturnType<typeof openEngine>>['app'],
): Promise<Answer | Problem> {
  const scope = localScope;
  if (verb === 'search') return app.search({ scope, query: words });
  if (verb === 'topic') return app.topic({ scope, name: words, since: '30d', sort: 'top' });
  if (verb === 'trending') return app.trending({ scope, since: (words || '24h') as TrendSince, topic: undefined });
  return app.latest({ scope, topic: undefined, source: words || undefined, count: 10 });
}

function problemText(problem: Problem): string {
  return sentenceOf(problem, wordsFor('en'), (command) => `/${command}`);
}

function toText(answer: Answer): string {
  if (answer.kind === 'topic') return answer.stories.map(storyText).join('\n\n');
  if (answer.kind === 'trending') return trendingText(answer);
  if (answer.kind === 'search') return [...correctedText(answer), ...answer.hits.map(lineText)].join('\n');
  return answer.articles.length === 0 ? 'Nothing has come in yet.' : answer.articles.map(lineText).join('\n');
}

function correctedText({ query, corrected }: SearchAnswer): string[] {
  return corrected === undefined ? [] : [`Showing results for “${corrected}” instead of “${query}”.`];
}

function trendingText({ words, stories, usualDays }: TrendingAnswer): string {
  if (words.length === 0 && stories.length === 0) return 'Nothing stands out.';
  const said = words.map(({ word, growth, reports, along }) => {
    const amount = usualDays === 0 ? String(reports) : `+${growth.toFixed(1)}`;
    return `${amount.padStart(6)}  ${[word, ...along].join(', ')}`;
  });
  const grown = stories.map((story) => `${`+${story.growth.toFixed(1)}`.padStart(6)}  ${story.headline}`);
  const known = usualDays === 0 ? 'too few days before to say what is usual' : `against ${usualDays} days before`;
  return [`words (${known})`, ...said, 'stories', ...grown].join('\n');
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
