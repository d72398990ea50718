// Whether JSON would take far more memory than its text: told without parsing it.

const MAX_DEPTH = 200;
/** Lists and objects. */
const MAX_NODES = 1_200_000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** [ and {, ] and }. */
const STEPS: ReadonlyMap<number, number> = new Map([
  [0x5b, 1],
  [0x7b, 1],
  [0x5d, -1],
  [0x7d, -1],
]);

export function isTangled(json: string): boolean {
  let depth = 0;
  let nodes = 0;
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (code === QUOTE) at = endOfString(json, at);
    const step = STEPS.get(code);
    if (step === undefined) continue;
    depth += step;
    if (step > 0) nodes += 1;
    if (depth > MAX_DEPTH || nodes > MAX_NODES) return true;
  }
  return false;
}

function endOfString(json: string, start: number): number {
  let end = json.indexOf('"', start + 1);
  while (end > 0 && isEscaped(json, end)) end = json.indexOf('"', end + 1);
  return end < 0 ? json.length : end;
}

function isEscaped(json: string, at: number): boolean {
  let before = at - 1;
  while (json.charCodeAt(before) === BACKSLASH) before -= 1;
  return (at - before) % 2 === 0;
}
