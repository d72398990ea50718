import type { Owner } from '../scope.ts';
import type { Store } from '../store/contract.ts';
import type { TopicIndex } from './topic-index.ts';
import { meanTopicQuery } from './topic-query.ts';

/** After an owner's source has another name: from here on `source:` means what is called so now. */
export async function meanTopicsAnew(
  owner: Owner,
  {
    store,
    topicIndex,
  }: { readonly store: Pick<Store, 'topics' | 'sources' | 'articles'>; readonly topicIndex: TopicIndex },
): Promise<void> {
  for (const topic of await store.topics.list(owner)) {
    const parsed = await meanTopicQuery(topic, store);
    if ('ok' in parsed) topicIndex.add(topic, parsed.query);
  }
}
