// eld's scores, by script. Its tables (2 MB) are read at the first text that needs them, not when the process starts.
import { createRequire, findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import type { Script } from './scripts.ts';

interface Detector {
  detect(text: string): { getScores(): Record<string, number> };
}

// eld knows only Malay for the pair Malay and Indonesian; the clues part them again.
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  Latin: ['az,ca,cs,da,de,en,es,et,eu,fi,fr,hr,hu,is,it,lt,lv,ms,nl,no,pl,pt,ro,sk,sl,sq,sr,sv,tl,tr,vi,yo,ku'],
  Cyrillic: ['be,bg,ru,sr,uk'],
  Arabic: ['ar,fa,ur,ku'],
  Devanagari: ['hi,mr'],
  Hebrew: ['he'],
  Bengali: ['bn'],
};

const allowed = new Map<Script, ReadonlySet<string>>();
let detector: Detector | undefined;

function languagesOf(script: Script): ReadonlySet<string> {
  let languages = allowed.get(script);
  if (!languages) {
    languages = new Set((SCRIPTS[script]?.[0] ?? '').split(','));
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
    detector = require(join(dirname(manifest), 'src/entries/static.medium.js')).eld as Detector;
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
  return scores;
}
