// eld's scores, by script. Its tables are read at the first text that needs them (0.4 s), not when the
// process starts. The small ones: with the clues the medium ones told one line in a thousand more, and took twice as long.
import { createRequire, findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import type { Script } from './scripts.ts';

interface Detector {
  detect(text: string): { getScores(): Record<string, number> };
}

const LANGUAGES: Readonly<Partial<Record<Script, string>>> = {
  Latin: 'az,ca,cs,da,de,en,es,et,eu,fi,fr,hr,hu,is,it,lt,lv,ms,nl,no,pl,pt,ro,sk,sl,sq,sr,sv,tl,tr,vi,yo,ku',
  Cyrillic: 'be,bg,ru,sr,uk',
  Arabic: 'ar,fa,ur,ku',
  Devanagari: 'hi,mr',
  Hebrew: 'he',
  Bengali: 'bn',
};

const allowed = new Map<Script, ReadonlySet<string>>();
let detector: Detector | undefined;

function languagesOf(script: Script): ReadonlySet<string> {
  let languages = allowed.get(script);
  if (!languages) {
    languages = new Set((LANGUAGES[script] ?? '').split(','));
    allowed.set(script, languages);
  }
  return languages;
}

// The package offers import only, which is asynchronous; requiring its file loads the same module at once.
function loadDetector(): Detector {
  if (!detector) {
    const manifest = findPackageJSON('eld', import.meta.url);
    if (!manifest) throw new Error('The package eld is not installed');
    const require = createRequire(import.meta.url);
    detector = require(join(dirname(manifest), 'src/entries/static.small.js')).eld as Detector;
  }
  return detector;
}

/** From 0 to about 1 for each language that is written in the script and not out of the question. */
export function scoreNgrams(text: string, script: Script): Map<string, number> {
  const languages = languagesOf(script);
  const scores = new Map<string, number>();
  for (const [lang, score] of Object.entries(loadDetector().detect(text).getScores())) {
    if (languages.has(lang)) scores.set(lang, score);
  }
  // eld has no Indonesian and reads it as Malay; most such news is Indonesian, and function words part the two.
  const malay = scores.get('ms');
  if (malay !== undefined) scores.set('id', malay + 0.01);
  return scores;
}
