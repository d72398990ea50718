import type { App, TopicLine } from '../app.ts';
import { isProblem } from '../errors.ts';
import { findSource } from '../feeds/find-source.ts';
import type { Source } from '../feeds/source.ts';
import type { Owner } from '../scope.ts';
import { createTopic } from '../topics/create-topic.ts';
import { findTopic } from '../topics/find-topic.ts';
import { sourceNames } from '../topics/source-names.ts';
import type { AppDeps } from './create-app.ts';

const WEEK_MS = 7 * 86_400_000;
const COUNTED = 1_000;
/** Of a source's articles, to see what they are called. */
const SAMPLE = 50;

export function topicUses({ store, topicIndex, now }: AppDeps): App['topics'] {
  return {
    create: async ({ owner, name, include, exclude, sources, languages }) => {
      const known = await store.sources.list(owner);
      const names: string[] = [];
      for (const typed of split(sources)) {
        const source = findSource(known, typed);
        if (isProblem(source)) return source;
        names.push(...(await namesOf(source)));
      }
      const ask = { owner, name, include, exclude, sources: names, languages: split(languages) };
      const created = await createTopic(ask, { store, now, onCreated: topicIndex.add });
      if (isProblem(created)) return created;
      return { kind: 'topic-created', ...created };
    },
    list: async (owner) =>
      Promise.all((await store.topics.list(owner)).map(async (topic) => countMatches(owner, topic))),
    remove: async ({ owner, topic: typed }) => {
      const topic = findTopic(await store.topics.list(owner), typed);
      if (isProblem(topic)) return topic;
      // Without its topic a digest would fall silent, and nobody would know why.
      const user = (await store.digests.list(owner)).find(({ topics }) => topics.includes(topic.id));
      if (user) return { problem: 'topic-in-use', name: topic.name, digest: user.name };
      await store.topics.remove(owner, topic.id);
      topicIndex.remove(topic.id);
      return topic;
    },
  };

  async function namesOf({ owner, id, feedId, name }: Source): Promise<readonly string[]> {
    const scope = { owners: [owner] };
    const feed = (await store.feeds.list(scope)).find((one) => one.id === feedId);
    return sourceNames(name, await store.articles.latest(scope, { sourceId: id, limit: SAMPLE }), feed?.siteUrl);
  }

  async function countMatches(owner: Owner, topic: TopicLine['topic']): Promise<TopicLine> {
    const found = await store.articles.latest(
      { owners: [owner] },
      { topicId: topic.id, since: now() - WEEK_MS, limit: COUNTED },
    );
    return { topic, matches: found.length };
  }
}

function split(list: string | undefined): readonly string[] {
  return (list ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
