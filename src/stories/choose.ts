// What the learned model decides: the story that an article joins, the stories that it shows to be one, and the lone
// articles that a story takes in when it has grown.

import type { JoinModel } from './join-model.ts';
import type { LiveStories, Proposal } from './live-stories.ts';
import { judge, judgeEach } from './trees.ts';

interface Judged<StoryKey> {
  readonly proposal: Proposal<StoryKey>;
  /** Log-odds that the article belongs to the story. */
  readonly odds: number;
}

export interface Choice<StoryKey> {
  readonly story: StoryKey | undefined;
  readonly merged: readonly StoryKey[];
  /** Other stories that it is not far from. */
  readonly near: readonly StoryKey[];
}

/** Log-odds from which a story is not far. */
const NEAR = -4;

/**
 * The likeliest story, and those that this article shows to be the same one; the eldest of them gives its id. `alive`: how many
 * articles of its language are.
 */
export function choose<StoryKey>(
  proposals: readonly Proposal<StoryKey>[],
  model: JoinModel,
  alive: number,
): Choice<StoryKey> {
  const [best, ...others] = judgeAll(proposals, model);
  if (best === undefined || !isEnough(best, model, alive)) return { story: undefined, merged: [], near: [] };
  const own = best.proposal;
  const same = bridges(
    best,
    others.map(({ proposal }) => proposal),
    model,
  )
    .filter(({ features }) => model.merging !== undefined && judge(model.merging, features) >= model.merge)
    .map(({ proposal }) => proposal);
  const all = [own, ...same];
  const eldest = all.reduce((a, b) => (b.seniority < a.seniority ? b : a)).story.id;
  const merged = all.map(({ story }) => story.id).filter((id) => id !== eldest);
  const near = others.filter(({ odds }) => odds >= NEAR).map(({ proposal }) => proposal.story.id);
  return { story: eldest, merged, near };
}

/** Likeliest first. */
function judgeAll<StoryKey>(proposals: readonly Proposal<StoryKey>[], model: JoinModel): Judged<StoryKey>[] {
  const grounded = proposals.filter(({ isGrounded }) => isGrounded);
  const odds = judgeEach(
    model,
    grounded.map((proposal) => proposal.features()),
  );
  return grounded.map((proposal, i) => ({ proposal, odds: odds[i]! })).sort((a, b) => b.odds - a.odds);
}

function isEnough<StoryKey>({ proposal, odds }: Judged<StoryKey>, model: JoinModel, alive: number): boolean {
  return odds >= model.join + shyness(proposal.lead, alive);
}

/** Log-odds that a join must bring more where nothing is alive; among so many articles alive half of it. */
const SHY = 3;
const SHY_AMONG = 30;
/** From this likeness on less and less of it, and from that on nothing: what is much alike needs no rivals to show it. */
const ALIKE = 0.3;
const MUCH_ALIKE = 0.6;

/** Where few articles of the language are alive, none stands nearer by chance: being the nearest says less. */
function shyness(lead: number, alive: number): number {
  const unlike = (MUCH_ALIKE - lead) / (MUCH_ALIKE - ALIKE);
  return (Math.min(1, Math.max(0, unlike)) * SHY) / (1 + alive / SHY_AMONG);
}

/** So many other stories are asked whether this article shows them to be the same as its own. */
const BRIDGED = 3;
/** Log-odds of the article for the other story, were its own not there, from which it may be a bridge. */
const LEAST_BRIDGE = -2;

export function bridges<StoryKey>(
  best: Judged<StoryKey>,
  others: readonly Proposal<StoryKey>[],
  model: JoinModel,
): { readonly proposal: Proposal<StoryKey>; readonly features: Float64Array }[] {
  const { id } = best.proposal.story;
  const asked = others.slice(0, BRIDGED);
  const odds = judgeEach(
    model,
    asked.map((proposal) => proposal.without(id)),
  );
  return asked.flatMap((proposal, i) =>
    odds[i]! < LEAST_BRIDGE ? [] : { proposal, features: proposal.beside(id, { best: best.odds, second: odds[i]! }) },
  );
}

/**
 * Of the stories near an article that has just joined `grown`, those of a single article that belong there too: they
 * opened a story of their own when there was less to go by, and are asked again as if they came now.
 */
export function findStragglers<StoryKey>(
  near: readonly StoryKey[],
  grown: StoryKey,
  { live, model }: { readonly live: LiveStories<StoryKey>; readonly model: JoinModel },
): StoryKey[] {
  return near.filter((id) => {
    const story = live.get(id);
    if (id === grown || story?.members.length !== 1) return false;
    const lone = live.profile(story.members[0]!)!;
    const [best] = judgeAll(live.propose(lone, id), model);
    return best?.proposal.story.id === grown && isEnough(best, model, live.sizeIn(lone.lang));
  });
}
