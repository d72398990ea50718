// Walks every command with every option, button, select and completion as one person in one place, the words of others included.

import { ALL_NEWS } from './town-news.ts';
import type { Answer, Visitor } from './visitor.ts';

/** One server and what it has, each name with its region in it. */
export interface Side {
  readonly region: string;
  readonly source: string;
  readonly topic: string;
  readonly digest: string;
  readonly feedUrl: string;
  readonly pageUrl: string;
}

export interface Walk {
  readonly who: Visitor;
  readonly own: Side;
  readonly other: Side;
  /** Ids of stories, articles, sources, topics and digests that may be another's, as somebody would guess them. */
  readonly refs: readonly string[];
  readonly ids: readonly string[];
  /** A feed that is added and removed again. */
  readonly spareFeed: string;
  readonly channelId: string;
  readonly roleId: string;
  /** A digest posted in the channel, with the button under it. */
  readonly posted: { readonly messageId: string; readonly controls: readonly string[] };
}

export interface Step {
  readonly asked: string;
  readonly typed: readonly string[];
  readonly answer: Answer;
}

/** Takes down what was asked and answered. */
interface Notes {
  readonly steps: Step[];
  ask(command: string, options?: Parameters<Visitor['ask']>[1]): Promise<Answer>;
  type(command: string, option: string, typed: string, others?: Readonly<Record<string, string>>): Promise<Answer>;
  note(asked: string, answer: Promise<Answer>, typed?: readonly string[]): Promise<Answer>;
}

function takeNotes(who: Visitor): Notes {
  const steps: Step[] = [];
  const note: Notes['note'] = async (asked, answering, typed = []) => {
    const answer = await answering;
    steps.push({ asked, typed, answer });
    return answer;
  };
  const texts = (options: object): string[] => Object.values(options).filter((value) => typeof value === 'string');
  return {
    steps,
    note,
    ask: (command, options = {}) =>
      note(`/${command} ${JSON.stringify(options)}`, who.ask(command, options), texts(options)),
    type: (command, option, typed, others = {}) =>
      note(`/${command} ${option}: ${typed}…`, who.type(command, option, typed, others), [typed]),
  };
}

/** What everybody may use, in servers and in direct messages. */
export async function walkAsking(walk: Walk): Promise<readonly Step[]> {
  const notes = takeNotes(walk.who);
  await askSummaries(walk, notes);
  await askTopics(walk, notes);
  await askLatestAndSearch(walk, notes);
  await askTrending(walk, notes);
  await askLinks(walk, notes);
  await notes.ask('help');
  await notes.ask('help', { about: 'sources' });
  return notes.steps;
}

/** What managers of a server may use besides. Leaves everything as it was. */
export async function walkManaging(walk: Walk): Promise<readonly Step[]> {
  const notes = takeNotes(walk.who);
  await manageSources(walk, notes);
  await manageTopics(walk, notes);
  await manageDigests(walk, notes);
  await manageStories(walk, notes);
  const saved = await notes.note('fill in settings', walk.who.fill(await notes.ask('settings'), { timezone: 'UTC' }));
  const more = await notes.note('press Summaries', walk.who.press(saved, 'more-settings'));
  await notes.note('fill in more settings', walk.who.fill(more, {}));
  await notes.ask('status');
  await notes.note('press Why these?', walk.who.press(walk.posted, 'digest'));
  return notes.steps;
}

async function askSummaries({ who, own, other, refs }: Walk, { ask, type, note }: Notes): Promise<void> {
  for (const typed of ['', 'roof', own.region, other.region]) await type('summary', 'of', typed);
  for (const of of [...refs, other.pageUrl, `${other.region}brook library`])
    await ask('summary', { of, length: 'long' });
  const bridge = await ask('summary', { of: 'harbour bridge crack', private: true });
  if (!bridge.controls.some((id) => id.startsWith('share'))) return;
  await note('press Share', who.press(bridge, 'share'));
  const short = await note('press Shorter', who.press(bridge, 'summary:short'));
  await note('press Longer', who.press(short, 'summary:normal'));
  const all = await ask('summary', { of: 'bridge Lundberg girder', length: 'normal' });
  if (all.controls.some((id) => id.startsWith('timeline'))) await note('press Timeline', who.press(all, 'timeline'));
  if (all.controls.some((id) => id.startsWith('cited'))) await note('press Sources', who.press(all, 'cited'));
}

async function askTopics({ who, own, other, ids }: Walk, { ask, type, note }: Notes): Promise<void> {
  for (const typed of ['', own.region, other.region]) await type('topic', 'name', typed);
  for (const name of [own.topic, other.topic, `${other.region}brook`, ...ids]) await ask('topic', { name });
  const all = await ask('topic', { name: ALL_NEWS, since: '30d', sort: 'newest', private: false });
  if (all.values.length === 0) return;
  await note('choose', who.choose(all, 'pick', all.values[0] as string));
  await note('press More', who.press(all, 'topic:1'));
}

async function askLatestAndSearch({ who, own, other, ids }: Walk, { ask, type, note }: Notes): Promise<void> {
  await ask('latest', { count: 15 });
  for (const name of [own.source, other.source, ...ids]) await ask('latest', { source: name });
  for (const name of [own.topic, other.topic, ...ids]) await ask('latest', { topic: name });
  for (const typed of ['', own.region, other.region]) {
    await type('latest', 'topic', typed);
    await type('latest', 'source', typed);
  }
  for (const query of [`${other.region}brook`, `source:"${other.source}"`, `title:${other.region}brook`]) {
    await ask('search', { query });
    await type('search', 'query', query);
  }
  const all = await ask('search', { query: ALL_NEWS, private: true });
  if (all.values.length === 0) return;
  await note('choose', who.choose(all, 'pick', all.values[0] as string));
  await note('press More', who.press(all, 'search:1'));
}

async function askTrending({ own, other, ids }: Walk, { ask, type }: Notes): Promise<void> {
  for (const since of ['24h', '3d', '7d']) await ask('trending', { since });
  for (const topic of [own.topic, other.topic, ...ids]) await ask('trending', { topic });
  for (const typed of ['', own.region, other.region]) await type('trending', 'topic', typed);
}

async function askLinks({ who, own, other }: Walk, { note }: Notes): Promise<void> {
  const none = who.say('The harbour bridge has a crack in its main girder, the engineer wrote. '.repeat(10));
  await note('menu, no link', who.menu('Summarize links', none));
  const one = who.say(`Read ${other.pageUrl}`);
  const two = who.say(`${own.pageUrl} or ${other.pageUrl}`);
  await note('menu, one link', who.menu('Summarize links', one), [other.pageUrl]);
  const which = await note('menu, two links', who.menu('Summarize links', two), [own.pageUrl, other.pageUrl]);
  for (const value of ['0', '1']) {
    await note('choose a link', who.choose(which, 'link', value), [own.pageUrl, other.pageUrl]);
  }
}

const SOURCE_VERBS = ['test', 'pause', 'resume', 'edit', 'remove'];

async function manageSources({ who, own, other, ids, spareFeed }: Walk, { ask, type, note }: Notes): Promise<void> {
  await ask('sources list');
  for (const typed of ['', own.region, other.region]) {
    for (const verb of SOURCE_VERBS) await type(`sources ${verb}`, 'source', typed);
    await type('sources add', 'topic', typed, { url: spareFeed });
  }
  for (const source of [other.source, ...ids]) {
    for (const verb of SOURCE_VERBS) await ask(`sources ${verb}`, { source });
  }
  await ask('sources remove', { source: other.feedUrl });
  await ask('sources add', { url: spareFeed, name: 'Spare', topic: 'Spare' });
  await ask('topics delete', { topic: 'Spare' });
  await note('press Undo', who.press(await ask('sources remove', { source: 'Spare' }), 'undo-remove'));
  for (const verb of ['pause', 'resume']) await ask(`sources ${verb}`, { source: 'Spare' });
  await note('fill in edit', who.fill(await ask('sources edit', { source: 'Spare' }), { name: 'Spare two' }));
  for (const format of ['opml', 'json']) await ask('sources export', { format });
  await ask('sources import', { file: { name: 'feeds.txt', text: spareFeed } });
  await ask('sources remove', { source: 'Spare two' });
  await type('sources starter', 'pack', 'w');
  await ask('sources starter', { pack: own.region });
}

async function manageTopics({ who, own, other, ids }: Walk, { ask, type, note }: Notes): Promise<void> {
  for (const typed of ['', own.region, other.region]) {
    await type('topics create', 'sources', typed, { name: 'New' });
    await type('topics create', 'name', typed);
    for (const verb of ['edit', 'test', 'delete']) await type(`topics ${verb}`, 'topic', typed);
  }
  const wrong = { include: 'roof OR (rye', exclude: 'opera' };
  const again = await note('fill in a wrong query', who.fill(await ask('topics create', { name: 'Wrong' }), wrong));
  await note(
    'fill in again',
    who.fill(await note('press Edit again', who.press(again, 'topic-again')), { include: 'roof' }),
  );
  await ask('topics create', { name: 'New', include: 'roof OR rye OR bridge', exclude: 'roof', languages: 'en' });
  await ask('topics create', { name: 'Newer', include: 'roof', sources: own.source });
  for (const sources of [other.source, ...ids])
    await ask('topics create', { name: 'Newest', include: 'roof', sources });
  for (const topic of [other.topic, ...ids]) {
    await ask('topics edit', { topic });
    await ask('topics test', { topic });
  }
  const test = await ask('topics test', { topic: own.topic });
  await note('press near misses', who.press(await ask('topics test', { topic: 'New' }), 'topic-test'));
  await note('press Edit topic', who.press(test, 'edit-topic'));
  await note('fill in edit', who.fill(await ask('topics edit', { topic: 'Newer' }), { include: 'roof OR bridge' }));
  await ask('topics list');
  for (const topic of [other.topic, ...ids, 'New', 'Newer', 'Wrong']) await ask('topics delete', { topic });
}

/** "Not the same story", and back again. */
async function manageStories({ who }: Walk, { ask, note }: Notes): Promise<void> {
  const story = await ask('summary', { of: 'bridge Lundberg girder', private: true });
  if (!story.controls.some((id) => id.startsWith('cited'))) return;
  const sources = await note('press Sources', who.press(story, 'cited'));
  const out = await note('take out', who.choose(sources, 'take-out', sources.values[0] as string));
  await note('put back', who.press(out, 'put-back'));
}

const DIGEST_VERBS = ['preview', 'run', 'pause', 'resume', 'history', 'delete'];

async function manageDigests(walk: Walk, { ask, type }: Notes): Promise<void> {
  const { own, other, ids, channelId: channel, roleId: ping } = walk;
  for (const typed of ['', own.region, other.region]) {
    await type('digests create', 'topics', typed, { channel });
    for (const verb of DIGEST_VERBS) await type(`digests ${verb}`, 'digest', typed);
  }
  await type('digests create', 'timezone', 'berlin', { channel });
  const look = { stories: 3, style: 'full', silent: true, thread: 'none', publish: false, if_empty: 'skip' };
  const when = { at: '07:00', days: 'weekdays', timezone: 'Europe/Berlin' };
  await ask('digests create', { channel, topics: own.topic, ...when, ...look, ping, name: 'New' });
  await ask('digests create', { channel, topics: other.topic, cron: '0 7 * * *', name: 'Newer' });
  await ask('digests list');
  for (const verb of DIGEST_VERBS) {
    for (const digest of [other.digest, ...ids, ...(verb === 'delete' ? ['New'] : [own.digest])]) {
      await ask(`digests ${verb}`, { digest });
    }
  }
}
