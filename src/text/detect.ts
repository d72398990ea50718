// Which language a text is in: its script first, then eld's n-grams, then function words and letters, which settle
// what n-grams alone confuse in a headline (Danish and Norwegian, Spanish and Portuguese, Russian and Ukrainian).
import { weighClues } from './language-clues.ts';
import { scoreNgrams } from './language-ngrams.ts';
import { countScripts, mainScript, type Script, usualLanguage } from './scripts.ts';

// Scripts that more than one language of the news uses.
const SHARED: ReadonlySet<Script> = new Set(['Latin', 'Cyrillic', 'Arabic', 'Devanagari', 'Hebrew', 'Bengali']);
const NOISE = /(?:https?:\/\/|www\.)\S{1,2000}|\S{1,80}@\S{1,80}|[@#]\p{L}[\p{L}\p{N}_]{0,80}/gu;
const JAPANESE_ONLY =
  /[円駅気県売広歳処図対戦関経済総変発価拡帰転軽鉄黒徳続読沢浜渋塩竜齢労営桜栄覚観権顔歩毎悪圧囲為隠壊辺実収従縦粛焼証剰譲斉専浅践銭繊両捜挿装騒増臓蔵滞択単団断恥遅鋳庁徴聴鎮伝闘働込畑峠枠々]|首相|辞任|容疑|逮捕|株価|内閣|与党|野党|被害|予算|大統領|会見|表明|可決|検討|死去|優勝|事故|避難|警報|午前|午後/gu;
const CHINESE_ONLY =
  /[们这为说时间发务报业东书门问见长车风马龙专严丽习乡买乱争云产亲亿仅从众优伟传伤伦债让认议计订讨训记讲许论设访证评识词试话该详语误请诸谁调谈谢财贫货贸费资赛赢赵过还进远违连迟适选销锁错钱铁银们你她吗呢吧這們說對與為國會時個來過發現實點還讓嗎]|总统|总理|辞职|宣布|逮捕令|警方|指出|表示|涉嫌|导致|致/gu;
const PLAIN_WORD = /(?<!\p{L})[\p{Ll}\p{Lo}][\p{L}\p{M}'’]*/gu;
const FEWEST_PLAIN = 8;
const PLAIN_WORDS = 0.7;
const SAMPLE = 360;
// Below these there is nothing to judge by.
const FEWEST_LETTERS = 6;
const FEWEST_WORDS = 2;

/** The beginning, and of a long text its middle too: a page often opens with a byline or a foreign quote. */
function sampleOf(text: string): string[] {
  const head = text
    .slice(0, 4 * SAMPLE)
    .replace(NOISE, ' ')
    .trim()
    .slice(0, SAMPLE);
  if (text.length < 6 * SAMPLE) return [head];
  const from = text.length >> 1;
  return [
    head,
    text
      .slice(from, from + 2 * SAMPLE)
      .replace(NOISE, ' ')
      .trim()
      .slice(0, SAMPLE),
  ];
}

function bestOf(scores: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const [lang, score] of scores) {
    if (score > most) {
      most = score;
      best = lang;
    }
  }
  return best;
}

function countLetters(counts: ReadonlyMap<Script, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

function hasEnough(text: string, letters: number, script: Script): boolean {
  if (!SHARED.has(script)) return true;
  return letters >= FEWEST_LETTERS && text.trim().split(/\s+/, FEWEST_WORDS).length >= FEWEST_WORDS;
}

// "Tour de France: Vinokurov wins stage 13": names speak the language of their bearers.
function plainWords(sample: string): string {
  return (sample.match(PLAIN_WORD) ?? []).join(' ');
}

function detectAmong(samples: readonly string[], script: Script): string | undefined {
  const scores = new Map<string, number>();
  const add = (lang: string, score: number) => scores.set(lang, (scores.get(lang) ?? 0) + score);
  for (const sample of samples) {
    for (const [lang, score] of weighClues(sample, script, scoreNgrams(sample, script))) add(lang, score);
    const plain = plainWords(sample);
    if (plain.length < FEWEST_PLAIN) continue;
    for (const [lang, score] of scoreNgrams(plain, script)) add(lang, score * PLAIN_WORDS);
  }
  return bestOf(scores);
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

// A Japanese headline can do without kana; then its own simplified characters and words tell.
function looksJapanese(text: string): boolean {
  return countMatches(text, JAPANESE_ONLY) > countMatches(text, CHINESE_ONLY);
}

/** ISO 639-1; undefined when there is too little to tell. */
export function detectLanguage(text: string): string | undefined {
  const samples = sampleOf(text);
  const counts = countScripts(samples.join(' '));
  const script = mainScript(counts);
  if (!script || !hasEnough(samples[0]!, countLetters(counts), script)) return undefined;
  if (script === 'Han') return looksJapanese(samples[0]!) ? 'ja' : 'zh';
  return SHARED.has(script) ? detectAmong(samples, script) : usualLanguage(script);
}
