// Whether there is more between a new article and a story than a place or a person that both name. What the trees have
// learned may say so, too; these are the least that is asked, whatever they say.

import { greatest, type Seen } from './join-features.ts';
import type { Likeness } from './likeness.ts';
import { TEXT_WORDS } from './profile.ts';

/** Weights of words or names. */
const LEAST_SECOND = 2;
/** So rare are fire, strike and school; new, first and old are commoner. */
const LEAST_TOLD = 2.6;
/** Least cosine of what headlines and leads say beside the two loudest words or names in common, and beside three. */
const LEAST_BEYOND = 0.015;
const LEAST_FURTHER = 0.005;
/** A text of fewer words than this tells little beside who and where. */
const SHORT_TEXT_WORDS = 40;
/** One of fewer than this is a line or two: what happened is said in them once. */
const TEASER_WORDS = 20;
/** From the one weight to the other, of the second rarest thing in common, ever more is asked beside three. */
const KNOWN = 2;
const RARE = 6.5;
/** Then either cosine beside three, or share of what a headline says that happened, is enough; so are parts of both. */
const RARE_FURTHER = 0.1;
const RARE_FOUND = 0.32;
/** Cosine from which two headlines are the same words: where more than names is the same, and where nothing is known to be. */
const SAME_HEADLINE = 0.75;
const SAME_NAMES = 0.85;
/** A story of so many articles is what its names are in the news with: there a name may be enough. */
const LARGE = 14;

type Most = (of: keyof Likeness) => number;

export function isGrounded(seen: Pick<Seen, 'near' | 'sample' | 'size' | 'length' | 'memberLength'>): boolean {
  const words = Math.min(seen.length, seen.memberLength);
  const all = [...seen.near, ...seen.sample];
  const most: Most = (of) => greatest(all, of);
  if (words < TEXT_WORDS) return isHeadlineGrounded(most, seen.size);
  if (most('second') < LEAST_SECOND || most('beyond') < LEAST_BEYOND) return false;
  if (words <= SHORT_TEXT_WORDS && most('further') < LEAST_FURTHER) return false;
  return words < TEASER_WORDS || tellsWhat(most);
}

/**
 * Beside who and where. The rarer the names, the more: by somebody's name, office and town any two texts about him are
 * alike, whatever he did.
 */
function tellsWhat(most: Most): boolean {
  const rarity = Math.min(1, Math.max(0, (most('second') - KNOWN) / (RARE - KNOWN)));
  return most('further') / RARE_FURTHER + most('found') / RARE_FOUND >= rarity;
}

/** Headlines alone cannot say as much: a thing that is neither name nor office, or a third one. */
function isHeadlineGrounded(most: Most, size: number): boolean {
  if (size >= LARGE) return most('secondWord') >= LEAST_SECOND;
  if (most('second') < LEAST_SECOND) return false;
  if (most('title') >= (most('told') >= LEAST_SECOND ? SAME_HEADLINE : SAME_NAMES)) return true;
  return most('told') >= LEAST_TOLD || most('third') >= LEAST_SECOND;
}
