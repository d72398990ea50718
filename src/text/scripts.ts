// Which writing system a text is in: ranges of code points, no tables to load.

export type Script =
  | 'Latin'
  | 'Cyrillic'
  | 'Greek'
  | 'Hebrew'
  | 'Arabic'
  | 'Devanagari'
  | 'Thai'
  | 'Hangul'
  | 'Kana'
  | 'Han'
  | 'Bengali'
  | 'Gurmukhi'
  | 'Gujarati'
  | 'Tamil'
  | 'Telugu'
  | 'Kannada'
  | 'Malayalam'
  | 'Sinhala'
  | 'Lao'
  | 'Myanmar'
  | 'Georgian'
  | 'Armenian'
  | 'Ethiopic'
  | 'Khmer';

// Ordered by first code point, so that a search can stop early.
const RANGES: readonly (readonly [number, number, Script])[] = [
  [0x41, 0x5a, 'Latin'],
  [0x61, 0x7a, 'Latin'],
  [0xc0, 0x24f, 'Latin'],
  [0x370, 0x3ff, 'Greek'],
  [0x400, 0x52f, 'Cyrillic'],
  [0x531, 0x58f, 'Armenian'],
  [0x5d0, 0x5f4, 'Hebrew'],
  [0x620, 0x6ff, 'Arabic'],
  [0x750, 0x77f, 'Arabic'],
  [0x900, 0x97f, 'Devanagari'],
  [0x980, 0x9ff, 'Bengali'],
  [0xa00, 0xa7f, 'Gurmukhi'],
  [0xa80, 0xaff, 'Gujarati'],
  [0xb80, 0xbff, 'Tamil'],
  [0xc00, 0xc7f, 'Telugu'],
  [0xc80, 0xcff, 'Kannada'],
  [0xd00, 0xd7f, 'Malayalam'],
  [0xd80, 0xdff, 'Sinhala'],
  [0xe00, 0xe7f, 'Thai'],
  [0xe80, 0xeff, 'Lao'],
  [0x1000, 0x109f, 'Myanmar'],
  [0x10a0, 0x10ff, 'Georgian'],
  [0x1100, 0x11ff, 'Hangul'],
  [0x1200, 0x137f, 'Ethiopic'],
  [0x1780, 0x17ff, 'Khmer'],
  [0x1e00, 0x1eff, 'Latin'],
  [0x1f00, 0x1fff, 'Greek'],
  [0x3041, 0x3096, 'Kana'],
  [0x30a1, 0x30fa, 'Kana'],
  [0x31f0, 0x31ff, 'Kana'],
  [0x3400, 0x4dbf, 'Han'],
  [0x4e00, 0x9fff, 'Han'],
  [0xac00, 0xd7a3, 'Hangul'],
  [0xf900, 0xfaff, 'Han'],
  [0xfb50, 0xfdff, 'Arabic'],
  [0xfe70, 0xfefc, 'Arabic'],
  [0xff66, 0xff9d, 'Kana'],
];

const DEFAULT_LANGUAGE: Readonly<Record<Script, string>> = {
  Latin: 'en',
  Cyrillic: 'ru',
  Greek: 'el',
  Hebrew: 'he',
  Arabic: 'ar',
  Devanagari: 'hi',
  Thai: 'th',
  Hangul: 'ko',
  Kana: 'ja',
  Han: 'zh',
  Bengali: 'bn',
  Gurmukhi: 'pa',
  Gujarati: 'gu',
  Tamil: 'ta',
  Telugu: 'te',
  Kannada: 'kn',
  Malayalam: 'ml',
  Sinhala: 'si',
  Lao: 'lo',
  Myanmar: 'my',
  Georgian: 'ka',
  Armenian: 'hy',
  Ethiopic: 'am',
  Khmer: 'km',
};

// A character of these says as much as several letters of an alphabet.
const WEIGHT: Partial<Record<Script, number>> = { Han: 3, Kana: 3, Hangul: 2.5, Thai: 1.2 };

function scriptOf(code: number): Script | undefined {
  for (const [from, to, script] of RANGES) {
    if (code < from) return undefined;
    if (code <= to) return script;
  }
  return undefined;
}

export type ScriptCounts = ReadonlyMap<Script, number>;

/** How many letters of each script the first `limit` UTF-16 units hold. */
export function countScripts(text: string, limit = 2000): ScriptCounts {
  const counts = new Map<Script, number>();
  const end = Math.min(text.length, limit);
  for (let i = 0; i < end; i++) {
    const script = scriptOf(text.charCodeAt(i));
    if (script) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  return counts;
}

/** The script that carries the text; a few foreign names do not change it. Undefined without any letter. */
export function mainScript(counts: ScriptCounts): Script | undefined {
  let best: Script | undefined;
  let most = 0;
  for (const [script, count] of counts) {
    const weight = count * (WEIGHT[script] ?? 1);
    if (weight > most) {
      most = weight;
      best = script;
    }
  }
  const kana = counts.get('Kana') ?? 0;
  if (best === 'Han' && kana * 20 >= (counts.get('Han') ?? 0)) return 'Kana';
  return best;
}

/** The language most often written in a script: what to assume where a text is too short to tell. */
export function usualLanguage(script: Script): string {
  return DEFAULT_LANGUAGE[script];
}
