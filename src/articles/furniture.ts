// Which whole lines are furniture of a page by their words, from the phrase tables in data/articles/furniture.
// It judges lines by themselves, and never a paragraph: see clean-lines.ts for what surrounds them.

import de from '../../data/articles/furniture/de.json' with { type: 'json' };
import en from '../../data/articles/furniture/en.json' with { type: 'json' };
import es from '../../data/articles/furniture/es.json' with { type: 'json' };
import fr from '../../data/articles/furniture/fr.json' with { type: 'json' };
import ja from '../../data/articles/furniture/ja.json' with { type: 'json' };
import pt from '../../data/articles/furniture/pt.json' with { type: 'json' };
import ru from '../../data/articles/furniture/ru.json' with { type: 'json' };
import vi from '../../data/articles/furniture/vi.json' with { type: 'json' };

const TABLES = [en, de, fr, es, pt, ru, vi, ja];

/** A longer line with a pattern's beginning is a sentence that happens to begin so. */
const MAX_PATTERN_LINE = 240;
/** Longer lines are told apart by their beginning. */
const MAX_FOLDED = 400;
const MAX_TEASER_HEAD = 60;

/** Phrases of one kind: whole lines, and patterns with "*" for any text. "#" stands for a number. */
class Phrases {
  private readonly whole = new Set<string>();
  private readonly patterns = new Map<string, { readonly pattern: RegExp; readonly maxSentence: number }[]>();

  constructor(phrases: readonly string[]) {
    for (const phrase of phrases) {
      if (!phrase.includes('*')) this.whole.add(normalizeLine(phrase));
      else this.addPattern(foldLine(phrase));
    }
  }

  /** `line` is what normalizeLine gives; `isSentence`: it ended like one. */
  has(line: string, isSentence = false): boolean {
    if (this.whole.has(line)) return true;
    if (line.length > MAX_PATTERN_LINE) return false;
    const patterns = [...(this.patterns.get(line.slice(0, 3)) ?? []), ...(this.patterns.get('') ?? [])];
    return patterns.some(
      ({ pattern, maxSentence }) => (!isSentence || line.length <= maxSentence) && pattern.test(line),
    );
  }

  private addPattern(phrase: string): void {
    const head = phrase.slice(0, phrase.indexOf('*'));
    // "read more *" and "tags: *" also stand for the bare "read more" and "tags".
    const source = /^[^*]+ \*$/.test(phrase)
      ? `${escapeRegExp(head.trimEnd().replace(/:$/, ''))}(?:${head.includes(':') ? ':' : ''} .*)?`
      : phrase.split('*').map(escapeRegExp).join('.*');
    const key = head.length >= 3 ? head.slice(0, 3) : '';
    // The less a pattern says, the shorter the sentences that may be furniture by it.
    const entry = { pattern: new RegExp(`^${source}$`, 'u'), maxSentence: 40 + 9 * head.length };
    this.patterns.set(key, [...(this.patterns.get(key) ?? []), entry]);
  }
}

function escapeRegExp(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
}

function foldLine(line: string): string {
  return line
    .slice(0, MAX_FOLDED)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\d+(?:[.,]\d+)*\+?/g, '#')
    .replace(/\s*:(?=[^\s\d/*])/g, ': ')
    .replace(/\s+:/g, ':')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The form in which phrases are compared: lower case, numbers as "#", marks around the line cut. */
export function normalizeLine(line: string): string {
  return foldLine(line)
    .replace(/^[^\p{L}\p{N}#©(【▼≫]+/u, '')
    .replace(/[\s:.…>»›→➔▶|<«‹←~_*•·–—!?-]+$/u, '');
}

const all = (pick: (table: (typeof TABLES)[number]) => readonly string[]) => TABLES.flatMap(pick);

const LINES = new Phrases(all((table) => table.lines));
const ENDS = new Phrases(all((table) => table.ends));
const TEASERS = new Phrases(all((table) => table.teasers));
const CONTENTS = new Phrases(all((table) => table.contents));

export interface LineKind {
  /** A line of furniture wherever it stands. */
  readonly isLine: boolean;
  /** Where it stands below the text, nothing of the article follows (comments and their forms). */
  readonly isEnd: boolean;
  /** The head of a list of other articles, an author box, a newsletter box. */
  readonly isTeaserHead: boolean;
  readonly isContentsHead: boolean;
}

const PLAIN: LineKind = { isLine: false, isEnd: false, isTeaserHead: false, isContentsHead: false };

export function judgeLine(line: string): LineKind {
  if (line.length > 260) return PLAIN;
  const normal = normalizeLine(line);
  if (normal === '') return { ...PLAIN, isLine: !/[\p{L}\p{N}]/u.test(line) };
  const isSentence = /[.!?。！？]["'”’»)]*$/.test(line);
  const isEnd = ENDS.has(normal, isSentence);
  const isTeaserHead = normal.length <= MAX_TEASER_HEAD && TEASERS.has(normal, isSentence);
  const isContentsHead = CONTENTS.has(normal);
  const isLine = LINES.has(normal, isSentence) || isShareBar(normal) || isPlaceholder(line) || isCrumbTrail(line);
  return { isLine, isEnd, isTeaserHead, isContentsHead };
}

const NETWORKS =
  /^(?:(?:share|tweet|pin|print|email|e-mail|mail|copy|link|save|like|on|more|via|facebook|twitter|x|whatsapp|linkedin|pinterest|telegram|reddit|tumblr|messenger|viber|vk|vkontakte|ok|odnoklassniki|line|hatena|pocket|flipboard|mastodon|bluesky|threads|instagram|youtube|tiktok|rss|xing|skype|sms|weibo|wechat|zalo|feedly|snapchat|discord|fb|mix|digg|buffer|google\+?|google news|teilen|partager|compartir|compartilhar|поделиться|вконтакте|одноклассники|телеграм|chia sẻ|シェア|ツイート|#|[|,·•/&+-])\s*)+$/u;

/** "Facebook Twitter WhatsApp Email" */
function isShareBar(normal: string): boolean {
  return normal.length <= 160 && /\p{L}/u.test(normal) && NETWORKS.test(normal);
}

const PLACEHOLDERS = all((table) => table.placeholders).map(foldLine);

/** "[Insert Image of a bridge]", "(Photo)", "[AD]": a bracketed line that stands for what is not text. */
function isPlaceholder(line: string): boolean {
  const inner = /^\s*(?:\[+|\(|\{+|<|【)\s*([^\][{}]{1,300}?)\s*(?:\]+|\)|\}+|>|】)[.:]?\s*$/u.exec(line)?.[1];
  if (inner === undefined) return false;
  const folded = foldLine(inner);
  return PLACEHOLDERS.some(
    (start) =>
      folded === start ||
      (folded.startsWith(start) && !/^[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(folded.slice(start.length))),
  );
}

/** "Home » World » Asia" */
function isCrumbTrail(line: string): boolean {
  if (line.length > 200) return false;
  const parts = line.split(/\s*[»›>→]\s*/);
  return (
    parts.length >= 3 && parts.every((part) => part.length <= 90 && !/[.!?]$/.test(part)) && parts[0]!.length <= 30
  );
}

export interface LabelledLine {
  readonly label: 'keywords' | 'byline' | 'title' | 'description';
  readonly value: string;
}

const LABELS: readonly (readonly [LabelledLine['label'], ReadonlySet<string>])[] = [
  ['keywords', new Set(all((table) => table.keywords))],
  ['title', new Set(all((table) => table.titles))],
  ['description', new Set(all((table) => table.descriptions))],
  ['byline', new Set(all((table) => table.bylines))],
];

/** "Keywords: a, b", "Author: Ann Lee", "Title: …"; with a colon. */
export function readLabel(line: string): LabelledLine | undefined {
  const match = /^\s*\**\s*([^:：]{2,30}?)\s*\**\s*[:：]\s*\**\s*(.*)$/u.exec(line);
  if (!match) return undefined;
  const name = foldLine(match[1]!);
  const label = LABELS.find(([, names]) => names.has(name))?.[0];
  return label && { label, value: match[2]!.trim() };
}

const BYLINES = all((table) => table.bylines).filter((by) => !by.includes('*'));

const NAME_END =
  /\s*[|•·●–—(]\s*|\s-\s|,?\s+(?=\d)|,?\s+(?:updated|published|posted|last|reviewed|edited|medically|fact|on|in|at|for|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|am|le|el|em|в|vào)(?![\p{L}])/iu;

/** "By Ann Lee", "Von Ann Lee": the name behind a byline's word, if what follows is a name. */
export function readByline(line: string): string | undefined {
  if (line.length > 120) return undefined;
  const folded = foldLine(line);
  const word = BYLINES.filter((by) => folded.startsWith(`${by} `) || folded.startsWith(`${by}:`)).sort(
    (a, b) => b.length - a.length,
  )[0];
  if (word === undefined) return undefined;
  const name = line
    .trim()
    .slice(word.length)
    .replace(/^\s*[:：]?\s*/, '')
    .split(NAME_END)[0]!
    .trim();
  return isName(name) ? name : undefined;
}

/** Two to five words that begin like a person's name; in scripts without case, a short run of letters. */
export function isName(text: string): boolean {
  if (text.length < 3 || text.length > 60 || /[\d:;!?"“”()[\]]/.test(text)) return false;
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\s・]{2,12}$/u.test(text)) return true;
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  if (words.length > 8) return false;
  const small = /^(?:de|da|do|dos|das|del|della|di|van|von|der|den|la|le|du|al|bin|ibn|y|and|und|et|e|và|и|&)$/;
  return words.every((word) => /^\p{Lu}/u.test(word) || small.test(word)) && /^\p{Lu}/u.test(words[0]!);
}

const BIOS = all((table) => table.bios).map(foldLine);

/** A sentence about the one who wrote the text, "… is a journalist", "My name is …". */
export function isBio(paragraph: string): boolean {
  if (paragraph.length > 900) return false;
  const folded = ` ${foldLine(paragraph)} `;
  return BIOS.some((mark) =>
    /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(mark)
      ? folded.includes(mark)
      : folded.includes(` ${mark} `),
  );
}
