// How a counted term is written for people: as most write it, and as the name or phrase that it mostly stands in.

import { type ReadWord, readWords } from './read-words.ts';
import type { TrendRow } from './trend.ts';

export interface Written {
  readonly word: string;
  /** Mostly with the capital of a name. */
  readonly isName: boolean;
  readonly isPhrase: boolean;
}

/** What may stand between two words of a name. */
const JOINT =
  /^(?: ?|-|[ -](?:of|de|da|do|dos|del|della|di|du|des|la|le|van|von|der|den|al|el|ben|bin)(?: the| la)? )$/u;
const CAPITAL = /^\p{Lu}/u;
const LONGEST = 4;
/** A phrase is shown for a word that mostly stands in it; sooner where all of it is a name. */
const NAME_SHARE = 0.45;
const PHRASE_SHARE = 0.6;

export function writtenAs(term: string, rows: readonly Pick<TrendRow, 'title' | 'lead' | 'lang'>[]): Written {
  const alone = new Spellings(1);
  const phrases = new Map<string, Spellings>();
  let holding = 0;
  for (const row of rows) {
    const { text, words } = readWords(row);
    const runs = new Map<string, readonly ReadWord[]>();
    words.forEach((word, i) => {
      if (word.term !== term) return;
      alone.add([word], text);
      for (const run of runsAround(words, i, text)) runs.set(run.map((one) => one.term).join(' '), run);
    });
    if (words.some((word) => word.term === term)) holding += 1;
    // Once for each article, however often it says so.
    for (const [key, run] of runs) {
      const spellings = phrases.get(key) ?? new Spellings(run.length);
      spellings.add(run, text);
      phrases.set(key, spellings);
    }
  }
  const phrase = [...phrases.values()]
    .filter((one) => isWhole(one, alone, holding))
    .sort((a, b) => b.length - a.length || b.count - a.count)[0];
  return { word: (phrase ?? alone).best(), isName: alone.isName, isPhrase: phrase !== undefined };
}

/** A name is part of longer names, a plain word of pairs ("gun control"). */
function isWhole(phrase: Spellings, alone: Spellings, articles: number): boolean {
  if (phrase.count < 2 || (alone.isName ? !phrase.isName : phrase.length > 2)) return false;
  return phrase.count >= (phrase.isName ? NAME_SHARE : PHRASE_SHARE) * articles;
}

/** Says hardly more than the other: "minister" beside "prime minister", "Secretary Tom" beside "Services Secretary Tom Price". */
export function isSaidBy(a: string, b: string): boolean {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  if (one.includes(other) || other.includes(one)) return true;
  const [some, more] = [one, other].map((text) => new Set(text.split(/[\s-]+/u))) as [Set<string>, Set<string>];
  return some.intersection(more).size * 2 > Math.min(some.size, more.size);
}

/** The ways in which something is written, by how often. */
class Spellings {
  count = 0;
  private named = 0;
  private readonly forms = new Map<string, number>();
  readonly length: number;

  constructor(length: number) {
    this.length = length;
  }

  get isName(): boolean {
    return this.named * 2 >= this.count;
  }

  add(run: readonly ReadWord[], text: string): void {
    const form = text.slice(run[0]?.start, run.at(-1)?.end).replace(/['’]s$/u, '');
    // The first word of a sentence may be the first of a name: "Mount Orrin erupts".
    const isName = run.some((word) => word.isName) && run.every(({ written }) => CAPITAL.test(written));
    this.count += 1;
    if (isName) this.named += 1;
    // At the start of a sentence, and in many headlines, a plain word has a capital that is not its own.
    const weight = isName || /^\p{Ll}/u.test(form) ? 3 : 1;
    this.forms.set(form, (this.forms.get(form) ?? 0) + weight);
  }

  best(): string {
    return [...this.forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? '';
  }
}

/** The runs of two and more neighbours that hold the word. */
function runsAround(words: readonly ReadWord[], at: number, text: string): ReadWord[][] {
  const runs: ReadWord[][] = [];
  for (let from = Math.max(0, at - LONGEST + 1); from <= at; from += 1) {
    for (let to = Math.max(at + 1, from + 2); to <= Math.min(words.length, from + LONGEST); to += 1) {
      const run = words.slice(from, to);
      if (isJoined(run, text)) runs.push(run);
    }
  }
  return runs;
}

function isJoined(run: readonly ReadWord[], text: string): boolean {
  return run.every((word, i) => {
    const next = run[i + 1];
    return next === undefined || JOINT.test(text.slice(word.end, next.start));
  });
}
