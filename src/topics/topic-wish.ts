// What a person wants of a topic, and whether it can be had.

import { isProblem, type Problem } from '../errors.ts';
import type { Owner } from '../scope.ts';
import type { Store } from '../store/contract.ts';
import { isLanguage, readLanguage } from '../text/read-language.ts';
import type { Query } from './query.ts';
import { tooCommon } from './too-common.ts';
import type { Topic } from './topic.ts';
import { meanTopicQuery } from './topic-query.ts';

const NAME_LENGTH = 60;

export interface TopicWish {
  readonly owner: Owner;
  readonly name: string;
  readonly include: string | undefined;
  readonly exclude: string | undefined;
  readonly sources: readonly string[];
  readonly languages: readonly string[];
}

export interface CheckedWish {
  readonly topic: Omit<Topic, 'id' | 'createdAt'>;
  /** As the owner means it. */
  readonly query: Query;
}

/** What of its owner matters to a wish. */
interface Around {
  readonly others: readonly Topic[];
  /** Of the articles that the owner's sources bring. */
  readonly read: readonly string[];
}

/** Without `include` the name is the query. */
export async function checkWish(
  wish: TopicWish,
  { others, read }: Around,
  store: Pick<Store, 'sources' | 'articles'>,
): Promise<CheckedWish | Problem> {
  const { owner, sources } = wish;
  const name = wish.name.trim();
  if (name === '') return { problem: 'name-needed' };
  if (name.length > NAME_LENGTH) return { problem: 'name-too-long', limit: NAME_LENGTH };
  if (others.some((topic) => topic.name.toLowerCase() === name.toLowerCase()))
    return { problem: 'already-exists', name };
  const [include, exclude] = [wish.include?.trim() || name, wish.exclude?.trim() || undefined];
  const unknown = wish.languages.find((one) => !isLanguage(one));
  if (unknown !== undefined) return { problem: 'unknown-language', name: unknown };
  const languages = [...new Set(wish.languages.map(readLanguage))];
  const topic = { owner, name, include, exclude, sources, languages };
  const parsed = await meanTopicQuery(topic, store);
  if ('problem' in parsed) return parsed;
  // All of a source can be had by words that say nothing.
  const said = sources.length > 0 ? [exclude] : [include, exclude];
  const problem = said.map((typed = '') => tooCommon(typed, languages.length > 0 ? languages : read)).find(isProblem);
  return problem ?? { topic, query: parsed.query };
}
