// Links to a sentence of a page: the browser scrolls to it and marks it (WICG, "URL Fragment Text Directives").

const SPACELESS = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
// Each end of the sentence; percent-encoding makes nine characters of one Chinese one.
const MOST_ENCODED = 150;
const WORDS_AT_START = 6;
const WORDS_AT_END = 5;
const SHORT_SENTENCE = 12;

// "-", "," and "&" are the directive's own syntax; brackets and quotes would end a Markdown link.
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[-!'()*~]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The most parts from one end that stay within the bound; "" when not even one does. */
function bounded(parts: readonly string[], glue: string, fromEnd: boolean): string {
  for (let n = parts.length; n > 0; n--) {
    const encoded = encode((fromEnd ? parts.slice(-n) : parts.slice(0, n)).join(glue));
    if (encoded.length <= MOST_ENCODED) return encoded;
  }
  return '';
}

function directive(sentence: string): string {
  const text = sentence.trim().replace(/\s+/g, ' ');
  const spaceless = SPACELESS.test(text);
  const parts = spaceless ? [...text] : text.split(' ');
  const glue = spaceless ? '' : ' ';
  const factor = spaceless ? 2 : 1;
  const whole = encode(text);
  if (parts.length <= SHORT_SENTENCE * factor && whole.length <= MOST_ENCODED) return whole;
  const start = bounded(parts.slice(0, WORDS_AT_START * factor), glue, false);
  const end = bounded(parts.slice(-WORDS_AT_END * factor), glue, true);
  if (start === '' || parts.length <= 1) return '';
  return end === '' ? start : `${start},${end}`;
}

/** The address of the page, opened at the sentence. Long sentences are named by their first and last words. */
export function textFragmentUrl(url: string, sentence: string): string {
  const bare = url.replace(/:~:.*$/s, '').replace(/#$/, '');
  const text = directive(sentence);
  if (text === '') return url;
  return `${bare}${bare.includes('#') ? '' : '#'}:~:text=${text}`;
}
