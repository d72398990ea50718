import type { SearchAsk } from './contract.ts';
import { languageTerm } from './search-languages.ts';

export interface PlannedTerm {
  readonly term: string;
  readonly meets: number;
  readonly meetsInTitle: number;
}

/** Each condition is a bit that an article gains by holding a term. */
export interface Plan {
  readonly terms: readonly PlannedTerm[];
  readonly needs: number;
  readonly refuses: number;
}

/** A query with more conditions than there are bits finds more than it asks for. */
const MOST_CONDITIONS = 29;
const REFUSED = 1 << 30;

export function toPlan(ask: SearchAsk): Plan {
  const terms = new Map<string, { term: string; meets: number; meetsInTitle: number }>();
  const at = (term: string) => {
    const known = terms.get(term) ?? { term, meets: 0, meetsInTitle: 0 };
    terms.set(term, known);
    return known;
  };
  for (const { term } of ask.terms) at(term);
  const language = ask.lang === undefined ? [] : [{ terms: [languageTerm(ask.lang)], title: false }];
  const groups = [...language, ...ask.all.filter((group) => group.terms.length > 0)].slice(0, MOST_CONDITIONS);
  for (const [i, { terms: members, title }] of groups.entries()) {
    const key = title ? 'meetsInTitle' : 'meets';
    for (const term of members) at(term)[key] |= 1 << i;
  }
  for (const term of ask.none) at(term).meets |= REFUSED;
  return {
    terms: [...terms.values()],
    needs: 2 ** groups.length - 1,
    refuses: ask.none.length > 0 ? REFUSED : 0,
  };
}
