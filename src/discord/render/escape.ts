// Text from outside, made harmless for Discord: it can be read, and can do nothing else.

/** Controls, zero-width characters, bidirectional overrides and tags: nothing that a reader sees, everything that deceives one. */
const INVISIBLE = /(?!\u200c|\u200d|\t|\n|\r)[\p{Cc}\p{Cf}]|[\u115f\u1160\u3164\uffa0]|\u034f/gu;
/** More marks on one letter than any script needs. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;
/** Half of a surrogate pair would not survive the way to Discord. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Characters with a meaning in Discord's markdown, wherever they stand; `<` and `@` open mentions, emojis and timestamps. */
const MARKUP = /[\\*_~`|<>@#[\]]/g;
/** A colon of an address or of an emoji's name (":smile:"). */
const ACTIVE_COLON = /:(?=\/\/|[\w~+-]+:)/g;
/** Invitations are recognized without a scheme. */
const INVITE = /\b(discord(?:app)?)\.(?=\w)/gi;
/** At the start of a line: a quote, a list, a heading ("-# "), a numbered list ("1. "). */
const LINE_START = /^(?:([-+])|(\d{1,9})([.)]))(?=\s|\\?#|$)/;

/** What is read of a text of which `max` characters are shown: enough for much that is taken out, and no more work than that. */
function enoughFor(max: number): number {
  return max * 4 + 256;
}

/**
 * A closing bracket that nothing has opened would end the label of a link that stands before it: Discord's parser lets
 * a label run on to the last bracket it can reach, and knows no backslash there. Such a one becomes a wide bracket.
 */
function matchBrackets(line: string): string {
  let open = 0;
  return line.replace(/[[\]]/g, (bracket) => {
    if (bracket === '[') open += 1;
    else if (open === 0) return '\uff3d';
    else open -= 1;
    return bracket;
  });
}

/** One line of plain text without what cannot be seen. */
export function cleanLine(text: string, max = 4000): string {
  const line = text
    .slice(0, enoughFor(max))
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(PILED_MARKS, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
  return matchBrackets(line);
}

/** Outside text as markdown that shows it as it is, on one line, at most `max` characters long in that form. */
export function escapeText(text: string, max = 4000): string {
  return cutEscaped(cleanLine(text, max), max);
}

/**
 * The same for the text of a link. Discord's parser does not honour a backslash before a bracket there,
 * so brackets become round ones: "[Update] Rates" could otherwise end the link early and begin another.
 */
export function escapeLabel(text: string, max = 4000): string {
  const rounded = cleanLine(text, max)
    .replace(/[[\uff3b]/g, '(')
    .replace(/[\]\uff3d]/g, ')');
  return cutEscaped(rounded, max);
}

function escapeMarkup(line: string): string {
  return line
    .replace(MARKUP, '\\$&')
    .replace(ACTIVE_COLON, '\\:')
    .replace(INVITE, '$1\\.')
    .replace(LINE_START, (_all, sign?: string, digits?: string, dot?: string) =>
      sign === undefined ? `${digits}\\${dot}` : `\\${sign}`,
    );
}

/** Cuts before escaping, at a grapheme, so that neither an escape nor a character is ever halved. */
function cutEscaped(line: string, max: number): string {
  const whole = escapeMarkup(line);
  if (whole.length <= max) return whole;
  const kept = clip(line, Math.max(1, Math.floor((max * line.length) / whole.length)));
  const shown = escapeMarkup(kept);
  // Where the escapes crowd at the front, proportion was too generous.
  return shown.length <= max ? shown : cutEscaped(kept.replace(/…$/, '').slice(0, -1), max);
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** At most `max` UTF-16 units of a text, whole characters only, at a word's end where one is near; "…" says that it was cut. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = graphemes.segment(text.slice(0, max + 64)).containing(max - 1)?.index ?? 0;
  const cut = text.slice(0, end);
  const space = cut.lastIndexOf(' ');
  return `${(space > end * 0.7 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** For places that know no markdown (button labels, select options, completions): the visible text alone. */
export function plainText(text: string, max: number): string {
  return clip(cleanLine(text, max), max);
}
