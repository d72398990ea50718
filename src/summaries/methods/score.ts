// The classical methods by name: each gives every sentence a score.

import type { Reading } from '../sentence.ts';
import type { Method } from '../summary.ts';
import { scoreLead } from './lead.ts';
import { scoreLexRank } from './lex-rank.ts';
import { scoreLsa } from './lsa.ts';
import { scoreLuhn } from './luhn.ts';
import { scoreTextRank } from './text-rank.ts';

const SCORERS: Readonly<Record<string, (reading: Reading) => number[]>> = {
  lead: scoreLead,
  textrank: scoreTextRank,
  lexrank: scoreLexRank,
  lsa: scoreLsa,
  luhn: scoreLuhn,
};

export function scoreByMethod(reading: Reading, method: Method): number[] {
  return (SCORERS[method] ?? scoreLead)(reading);
}
