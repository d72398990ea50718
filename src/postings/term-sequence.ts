// A document's terms in their order, two bytes each, the headline's first: whether some stand in a row is seen without
// reading and analysing its text. That two terms share their two bytes happens once in 65,535 times, and does no harm
// where the document has to hold each of the terms as well.

/** Between headline and text: no term has it. */
const BORDER = 0;

export function toSequence(titleTerms: readonly string[], textTerms: readonly string[]): Uint16Array<ArrayBuffer> {
  const sequence = new Uint16Array(titleTerms.length + 1 + textTerms.length);
  sequence.set(toPhrase(titleTerms));
  sequence[titleTerms.length] = BORDER;
  sequence.set(toPhrase(textTerms), titleTerms.length + 1);
  return sequence;
}

export function toPhrase(terms: readonly string[]): Uint16Array<ArrayBuffer> {
  return Uint16Array.from(terms, shorten);
}

/** 32-bit FNV-1a of its UTF-16 units, its halves folded together; never BORDER. */
function shorten(term: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < term.length; i++) hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193);
  return ((hash >>> 16) ^ hash) & 0xffff || 1;
}

/** Whether the terms stand in a row, in headline or text, or in the headline alone. */
export function holdsPhrase(
  sequence: Uint16Array,
  phrase: Uint16Array,
  { title }: { readonly title: boolean },
): boolean {
  const end = (title ? sequence.indexOf(BORDER) : sequence.length) - phrase.length;
  const first = phrase[0] as number;
  for (let at = sequence.indexOf(first); at !== -1 && at <= end; at = sequence.indexOf(first, at + 1)) {
    if (standsAt(sequence, phrase, at)) return true;
  }
  return false;
}

function standsAt(sequence: Uint16Array, phrase: Uint16Array, at: number): boolean {
  for (let i = 1; i < phrase.length; i++) if (sequence[at + i] !== phrase[i]) return false;
  return true;
}
