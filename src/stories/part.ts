// What a new article shows not to belong together. Two articles that share who and where may have become one story while
// one of them was the only report of its event; the next report of that event is much nearer to it than to the others.

import { choose } from './choose.ts';
import type { JoinModel } from './join-model.ts';
import type { LiveStories } from './live-stories.ts';

/** A larger story has found its way. */
const MOST_MEMBERS = 12;
/** Share of the likeness (cosine of headline and lead) between the two that they have at most, on average, to one that stays. */
const CLEARLY_LESS = 0.65;
/** What is so much like the nearest goes with it, as its copies do. */
const WITH_THE_NEAREST = 0.8;
/** Log-odds of a merge that keep a story together, below those that bring two together. */
const HELD_TOGETHER = 1;

/**
 * The articles that leave the story of `slot`, which has just joined it; none where all may stay. The new article and its
 * nearest part from the others where each of them, asked as if it came now, would join the other one and would not bring
 * the rest with it. The part that holds the oldest article keeps the story, and with it what was posted of it.
 */
export function findParting<StoryKey>(
  slot: number,
  { live, model }: { readonly live: LiveStories<StoryKey>; readonly model: JoinModel },
): readonly number[] {
  const { members } = live.get(live.storyOf(slot)!)!;
  const { lang } = live.profile(slot)!;
  const told = members.length > MOST_MEMBERS ? [] : members.filter((one) => live.profile(one)!.lang === lang);
  if (told.length < 3) return [];
  const others = told.filter((one) => one !== slot);
  const { nearest, near } = findNear(slot, others, live);
  const pair = [slot, ...near];
  const rest = others.filter((one) => !near.includes(one));
  const isParted =
    rest.length > 0 && [slot, nearest].every((one) => joinsOnly(one, without(pair, one), { live, model }));
  if (!isParted) return [];
  return pair.includes(told[0]!) ? rest : pair;
}

/** The one that is most like it, with its copies; all of them where these do not stand out. */
function findNear<StoryKey>(
  slot: number,
  others: readonly number[],
  live: LiveStories<StoryKey>,
): { readonly nearest: number; readonly near: readonly number[] } {
  const likenessTo = live.likeness(slot);
  const leads = others.map((one) => likenessTo(one).lead);
  const most = Math.max(...leads);
  const nearest = others[leads.indexOf(most)]!;
  const toNearest = live.likeness(nearest);
  const back = others.map((one) => (one === nearest ? 1 : toNearest(one).lead));
  const near = others.filter((_, i) => back[i]! >= WITH_THE_NEAREST);
  const isClear = others.every(
    (_, i) => back[i]! >= WITH_THE_NEAREST || (leads[i]! + back[i]!) / 2 <= CLEARLY_LESS * most,
  );
  return { nearest, near: isClear ? near : others };
}

function joinsOnly<StoryKey>(
  slot: number,
  others: readonly number[],
  { live, model }: { readonly live: LiveStories<StoryKey>; readonly model: JoinModel },
): boolean {
  const held = { ...model, merge: model.merge - HELD_TOGETHER };
  return live.reconsider(slot, others, (proposals, stories) => {
    const { story, merged } = choose(proposals, held, live.sizeIn(live.profile(slot)!.lang));
    return story === stories.others && merged.length === 0;
  });
}

function without(list: readonly number[], one: number): number[] {
  return list.filter((other) => other !== one);
}
