// The part of an article's text that tells what it is about, in case its page's furniture came along.

const ENDS_SENTENCE = /[.!?…:;。！？।؟]["”’»)\]]?$/u;
/** Lines that head a list of other articles; what follows is about something else. */
const RELATED =
  /^(?:related|recommended|more (?:from|on|stories|news)|you (?:may|might) (?:also )?(?:like|have missed|be interested)|read (?:more|next|also)|see also|also read|trending|most (?:read|popular|viewed)|don['’]t miss|latest (?:news|posts|stories)|mehr zum thema|lesen sie auch|das könnte|à lire aussi|lire aussi|lea también|te puede interesar|relacionad|leia (?:mais|também)|veja também|читайте также|по теме|похожие|ещё по теме|tin liên quan|xem thêm|bài viết liên quan|đọc thêm|関連|あわせて読み|相关|推荐阅读)/iu;
const SHORT_WORDS = 5;
const SHORT_CHARS = 40;

/** Paragraphs joined by "\n", short lines that are no sentences and lists of other articles left out, up to so many characters. */
export function toNewsText(title: string, text: string, maxChars: number): string {
  if (!text.includes('\n')) return text.slice(0, maxChars);
  const lines = text
    .slice(0, maxChars * 3)
    .split('\n')
    .map((line) => line.trim());
  const kept: string[] = [];
  for (const line of lines) {
    if (kept.length > 0 && headsRelated(line)) break;
    if (line !== '' && line !== title && !isFurniture(line)) kept.push(line);
  }
  return (kept.length === 0 ? text : kept.join('\n')).slice(0, maxChars);
}

function headsRelated(line: string): boolean {
  return line.length < SHORT_CHARS && RELATED.test(line);
}

function isFurniture(line: string): boolean {
  return line.length < SHORT_CHARS && !ENDS_SENTENCE.test(line) && line.split(' ').length <= SHORT_WORDS;
}
