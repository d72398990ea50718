// Whether a full-width stop (。！？) ends its sentence: not within brackets or a quote that a verb of saying follows.
import type { Stop } from './sentence-ends.ts';

const FULL_WIDTH = /[。！？｡．]/;
const PAIRS: Readonly<Record<string, string>> = {
  '「': '」',
  '『': '』',
  '（': '）',
  '(': ')',
  '《': '》',
  '【': '】',
  '“': '”',
};
const OPEN = '「『（(《【“';
const CLOSE = '」』）)》】”';
// と述べた, って, など, という: the quote is part of the sentence. 、，: it goes on.
const GOES_ON = /^(?:と|って|など|との|に|を|は|が|の|も|、|，|,|；|：|[。！？])/;
// A quote longer than this is cut like other text; an unclosed bracket must not swallow the rest of the page.
const LONGEST_QUOTE = 300;

export function isFullWidthStop(mark: string): boolean {
  return FULL_WIDTH.test(mark);
}

/** Reads a line once, from left to right, and keeps the brackets open. */
export class FullWidthStops {
  private readonly text: string;
  private readonly lineEnd: number;
  private seen = 0;
  private open: number[] = [];

  constructor(text: string, lineEnd: number) {
    this.text = text;
    this.lineEnd = lineEnd;
  }

  private readTo(at: number): { closed: number | undefined } {
    let closed: number | undefined;
    for (let i = this.seen; i < at; i++) {
      const char = this.text[i]!;
      if (OPEN.includes(char)) this.open.push(i);
      else if (CLOSE.includes(char)) closed = this.open.pop();
    }
    this.seen = at;
    return { closed };
  }

  private isWithin(at: number): boolean {
    const from = this.open.at(-1);
    if (from === undefined) return false;
    const closer = PAIRS[this.text[from]!]!;
    const window = this.text.slice(at, Math.min(this.lineEnd, from + LONGEST_QUOTE));
    if (window.includes(closer)) return true;
    this.open = [];
    return false;
  }

  ends(stop: Stop): boolean {
    const { text, at, mark, stopEnd, cut, next, start } = stop;
    this.seen = Math.max(this.seen, start);
    this.readTo(at);
    if (mark.includes('．') && next === cut && /[\p{Nd}０-９]/u.test(text[next]!)) return false;
    const { closed } = this.readTo(cut);
    if (this.isWithin(cut)) return false;
    if (cut === stopEnd) return mark.includes('。') || !GOES_ON.test(text.slice(next, next + 2));
    return !this.goesOn(stop, closed);
  }

  private goesOn({ text, next, cut, start }: Stop, opened: number | undefined): boolean {
    if (GOES_ON.test(text.slice(next, next + 3))) return true;
    // “……。”他说: a quote that opens the sentence is followed by who said it; after a colon it is not.
    return opened === start && next === cut && !OPEN.includes(text[next]!);
  }
}
