import type { App, TopicAsk, TopicLine } from '../app.ts';
import { isProblem } from '../errors.ts';
import type { Owner } from '../scope.ts';
import { createTopic } from '../topics/create-topic.ts';
import { editTopic } from '../topics/edit-topic.ts';
import { findTopic } from '../topics/find-topic.ts';
import { findStarterTopic, nameIn, starterQuery } from '../topics/starter-topics.ts';
import { testTopic } from '../topics/test-topic.ts';
import type { Topic } from '../topics/topic.ts';
import { NO_FIELDS, splitList, toFields } from '../topics/topic-fields.ts';
import type { AppDeps } from './create-app.ts';
import { readSources, shownSources, unknownSourceIn } from './topic-sources.ts';

const WEEK_MS = 7 * 86_400_000;
const COUNTED = 1_000;

export function topicUses({ store, topicIndex, now }: AppDeps): App['topics'] {
  const find = async (owner: Owner, typed: string) => findTopic(await store.topics.list(owner), typed);

  const toWish = async ({ owner, sources, languages = '', ...ask }: TopicAsk, former?: Topic) => {
    const names = await readSources({ owner, typed: sources ?? '', kept: former?.sources ?? [] }, store);
    if (isProblem(names)) return names;
    const wish = { ...ask, owner, sources: names, languages: splitList(languages) };
    return (await unknownSourceIn(wish, former, store)) ?? wish;
  };

  /** With its sources by the names that the server gave them. */
  const asKnown = async (topic: Topic): Promise<Topic> =>
    topic.sources.length === 0 ? topic : { ...topic, sources: await shownSources(topic, store) };

  return {
    create: async (ask) => {
      const wish = await toWish(ask);
      if (isProblem(wish)) return wish;
      const created = await createTopic(wish, { store, now, onCreated: topicIndex.add });
      return isProblem(created) ? created : { kind: 'topic-created', ...created, topic: await asKnown(created.topic) };
    },
    edit: async ({ topic: typed, ...ask }) => {
      const topic = await find(ask.owner, typed);
      if (isProblem(topic)) return topic;
      const wish = await toWish(ask, topic);
      if (isProblem(wish)) return wish;
      const edited = await editTopic(topic, wish, { store, now, onEdited: topicIndex.add });
      return isProblem(edited) ? edited : { kind: 'topic-edited', ...edited, topic: await asKnown(edited.topic) };
    },
    fields: async ({ owner, topic: typed }) => {
      const topic = await find(owner, typed);
      return isProblem(topic) ? topic : { id: topic.id, ...toFields(topic, await shownSources(topic, store)) };
    },
    starter: async ({ owner, name, locale }) => {
      const starter = findStarterTopic(name);
      if (starter === undefined) return { ...NO_FIELDS, name };
      const lang = locale.slice(0, 2);
      const languages = [lang, ...(await store.articles.languages({ owners: [owner] }))];
      return { ...NO_FIELDS, name: nameIn(starter, lang), include: starterQuery(starter, languages) };
    },
    test: async ({ owner, topic: typed }) => {
      const topic = await find(owner, typed);
      return isProblem(topic) ? topic : testTopic(topic, await shownSources(topic, store), { store, now });
    },
    list: async (owner) =>
      Promise.all((await store.topics.list(owner)).map(async (topic) => countMatches(owner, topic))),
    remove: async ({ owner, topic: typed }) => {
      const topic = await find(owner, typed);
      if (isProblem(topic)) return topic;
      // Without its topic a digest would fall silent, and nobody would know why.
      const user = (await store.digests.list(owner)).find(({ topics }) => topics.includes(topic.id));
      if (user) return { problem: 'topic-in-use', name: topic.name, digest: user.name };
      await store.topics.remove(owner, topic.id);
      topicIndex.remove(topic.id);
      return topic;
    },
  };

  async function countMatches(owner: Owner, topic: TopicLine['topic']): Promise<TopicLine> {
    const found = await store.articles.latest(
      { owners: [owner] },
      { topicId: topic.id, since: now() - WEEK_MS, limit: COUNTED },
    );
    return { topic: await asKnown(topic), matches: found.length };
  }
}
