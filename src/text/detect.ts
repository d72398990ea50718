// Which language a text is in: its script first, then eld's n-grams, then function words and letters, which settle
// what n-grams alone confuse in a headline (Danish and Norwegian, Spanish and Portuguese, Russian and Ukrainian).
import { weighClues } from './language-clues.ts';
import { scoreNgrams } from './language-ngrams.ts';
import { countScripts, mainScript, type Script, usualLanguage } from './scripts.ts';

// Scripts that more than one language of the news uses.
const SHARED: ReadonlySet<Script> = new Set(['Latin', 'Cyrillic', 'Arabic', 'Devanagari', 'Hebrew', 'Bengali']);
const NOISE = /(?:https?:\/\/|www\.)\S{1,2000}|\S{1,80}@\S{1,80}|[@#]\p{L}[\p{L}\p{N}_]{0,80}/gu;
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

function detectAmong(samples: readonly string[], script: Script): string | undefined {
  const scores = new Map<string, number>();
  for (const sample of samples) {
    const ngrams = scoreNgrams(sample, script);
    for (const [lang, score] of weighClues(sample, script, ngrams)) scores.set(lang, (scores.get(lang) ?? 0) + score);
  }
  return bestOf(scores);
}

/** ISO 639-1; undefined when there is too little to tell. */
export function detectLanguage(text: string): string | undefined {
  const samples = sampleOf(text);
  const counts = countScripts(samples.join(' '));
  const script = mainScript(counts);
  if (!script || !hasEnough(samples[0]!, countLetters(counts), script)) return undefined;
  return SHARED.has(script) ? detectAmong(samples, script) : usualLanguage(script);
}
