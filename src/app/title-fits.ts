import { fold } from '../text/fold.ts';

/** Whether a headline holds all that was typed, in any order and whatever the accents; undefined where no word was typed. */
export function titleFits(typed: string): ((title: string) => boolean) | undefined {
  const wanted = fold(typed.toLowerCase())
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
  if (wanted.length === 0) return undefined;
  return (title) => {
    const folded = fold(title.toLowerCase());
    return wanted.every((word) => folded.includes(word));
  };
}
