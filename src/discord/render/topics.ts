// What /topics answers.

import type { TopicLine, TopicSaved } from '../../app.ts';
import type { Topic } from '../../topics/topic.ts';
import type { Words } from '../../words.ts';
import { escapeText } from './escape.ts';
import { renderList } from './list.ts';
import { type Message, subtext } from './message.ts';
import { renderNote } from './note.ts';
import type { Mention } from './problem.ts';
import { asCode, languageNames } from './words-of.ts';

export function renderTopicSaved({ kind, topic, matches }: TopicSaved, words: Words, mention: Mention): Message {
  const { say } = words;
  return renderNote(
    say(kind === 'topic-created' ? 'topics.created' : 'topics.edited', { name: escapeText(topic.name, 100) }),
    subtext(...topicFacts(topic, words)),
    matches > 0 ? say('topics.matches', { count: matches }) : say('topics.noMatches'),
    subtext(say('topics.next', { topic: mention('topic') })),
  );
}

export function renderTopicRemoved(topic: Topic, words: Words): Message {
  return renderNote(words.say('topics.removed', { name: escapeText(topic.name, 100) }));
}

export function renderTopics(lines: readonly TopicLine[], words: Words, mention: Mention): Message {
  const { say } = words;
  if (lines.length === 0) return renderNote(say('topics.none', { command: mention('topics create') }));
  const entries = lines.map(({ topic, matches }) =>
    [
      `**${escapeText(topic.name, 80)}**`,
      subtext(...topicFacts(topic, words), matches > 0 ? say('count.articles', { count: matches }) : undefined),
    ].join('\n'),
  );
  return renderList(say('topics.title'), entries, words);
}

function topicFacts(topic: Topic, words: Words): (string | undefined)[] {
  const { say } = words;
  return [
    say('topics.include', { words: asCode(topic.include, 200) }),
    topic.exclude === undefined ? undefined : say('topics.exclude', { words: asCode(topic.exclude, 100) }),
    topic.sources.length > 0 ? say('topics.sources', { names: bounded(topic.sources, words) }) : undefined,
    topic.languages.length > 0
      ? say('topics.languages', { names: bounded(languageNames(topic.languages, words), words) })
      : undefined,
  ];
}

function bounded(names: readonly string[], words: Words): string {
  const shown = names.slice(0, 6).map((name) => escapeText(name, 40));
  return words.list(names.length > 6 ? [...shown, `+${names.length - 6}`] : shown);
}
