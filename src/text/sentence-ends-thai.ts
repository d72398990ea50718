// Thai has no stop: a space parts sentences, and phrases too. A cut is made where the sentence is long enough and the
// next word is one that opens sentences, or where it has become very long.
import type { Span } from './span.ts';

const STARTER = /^(?:ทั้งนี้|อย่างไรก็ตาม|นอกจากนี้|ขณะที่|ขณะเดียวกัน|ด้าน|โดย|ส่วน|แต่|สำหรับ|ต่อมา|หลังจาก|เมื่อ|อนึ่ง|ล่าสุด)/;
const STARTER_REACH = 20;
const LONG_ENOUGH = 40;
const VERY_LONG = 150;
const SPACES = /[.!?…]*\s+/g;

export function cutThai(text: string, line: Span): number[] {
  const cuts: number[] = [];
  let start = line.start;
  SPACES.lastIndex = line.start;
  for (let match = SPACES.exec(text); match && match.index < line.end; match = SPACES.exec(text)) {
    const next = match.index + match[0].length;
    const length = match.index - start;
    const stops = /[!?]|[^\d.]\.\s/.test(text.slice(match.index - 1, next)) && length > 4;
    const starts = length >= LONG_ENOUGH && STARTER.test(text.slice(next, next + STARTER_REACH));
    if (!stops && !starts && length < VERY_LONG) continue;
    cuts.push(next);
    start = next;
  }
  return cuts;
}
