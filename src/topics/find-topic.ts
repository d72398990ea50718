import type { Problem } from '../errors.ts';
import type { Topic } from './topic.ts';

/** The topic that a person means: by id (what autocomplete sends) or name, letter case aside. */
export function findTopic(topics: readonly Topic[], typed: string): Topic | Problem {
  const wanted = typed.trim().toLowerCase();
  const found =
    topics.find(({ id }) => String(id) === wanted) ?? topics.find(({ name }) => name.toLowerCase() === wanted);
  return found ?? { problem: 'unknown-topic', name: typed.trim(), known: topics.map(({ name }) => name) };
}

/** Several, comma-separated; the first that is unknown is the problem. */
export function findTopics(topics: readonly Topic[], typed: string): readonly Topic[] | Problem {
  const names = typed.split(',').filter((name) => name.trim() !== '');
  const found: Topic[] = [];
  for (const name of names) {
    const topic = findTopic(topics, name);
    if ('problem' in topic) return topic;
    if (!found.includes(topic)) found.push(topic);
  }
  return found;
}
