// The verbs that remember what went before: stories, copies, rank. Each call makes a fresh memory.

import { createCopyIndex } from '../stories/copies.ts';
import { toFingerprint } from '../stories/fingerprint.ts';
import { createGrouper } from '../stories/grouper.ts';
import { createRanker } from '../stories/ranker.ts';
import { idOf, optionalText, optionalTime, text } from './fields.ts';

type Line = Readonly<Record<string, unknown>>;
type Id = string | number;

/** `{id, story}` for each article; also for every earlier one whose story has changed. */
export function storiesVerb(): (line: Line) => unknown {
  const grouper = createGrouper<Id, string>();
  const members = new Map<string, Id[]>();
  let stories = 0;
  return (line) => {
    const id = idOf(line);
    const article = {
      id,
      title: optionalText(line, 'title') ?? '',
      text: optionalText(line, 'text') ?? '',
      lang: optionalText(line, 'lang'),
      source: optionalText(line, 'source') ?? '',
      time: optionalTime(line, 'published_at') ?? 0,
    };
    const { story, merged, parted } = grouper.place(article, () => `s${++stories}`);
    const moved = merged.flatMap((alias) => members.get(alias) ?? []);
    for (const alias of merged) members.delete(alias);
    const all = [...(members.get(story) ?? []), ...moved, id];
    const leaving = new Set(parted?.articles);
    members.set(
      story,
      all.filter((one) => !leaving.has(one)),
    );
    if (parted !== undefined) members.set(parted.story, [...leaving]);
    const changed = new Set([...moved, id, ...leaving]);
    return [...changed].map((one) => ({ id: one, story: leaving.has(one) ? parted!.story : story }));
  };
}

/** `{id, group}`: near-duplicates share the group of the first of them. */
export function copiesVerb(): (line: Line) => unknown {
  const index = createCopyIndex<Id>();
  const groups = new Map<Id, string>();
  return (line) => {
    const id = idOf(line);
    const print = toFingerprint(optionalText(line, 'title') ?? '', text(line, 'text'));
    const original = index.find(print);
    const group = (original === undefined ? undefined : groups.get(original)) ?? `g${groups.size + 1}`;
    groups.set(id, group);
    index.add(id, print);
    return { id, group };
  };
}

const BEST = 10;

/** Takes documents in silence; a query is answered over those that came before it. */
export function rankVerb(): (line: Line) => unknown {
  const ranker = createRanker<Id>();
  return async (line) => {
    if (line.type === 'doc') {
      ranker.add({
        id: idOf(line),
        title: optionalText(line, 'title') ?? '',
        text: optionalText(line, 'text') ?? '',
        lang: optionalText(line, 'lang'),
        time: optionalTime(line, 'published_at'),
      });
      return undefined;
    }
    if (line.type !== 'query') throw new Error('"type" is neither "doc" nor "query"');
    const startedAt = performance.now();
    const ids = await ranker.rank(text(line, 'query'), BEST);
    return { qid: line.qid, ids, ms: Math.round((performance.now() - startedAt) * 1000) / 1000 };
  };
}
