// eld's scores, by script. Its tables are read at the first text that needs them (0.3 s), not when the
// process starts. The small ones: with the clues the medium ones told one line in a thousand more, and took twice as long.
import { readFileSync } from 'node:fs';
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

/** What eld looks its n-grams up in: for each one the scores of the languages that have it. */
type Tables = Readonly<Record<string, Readonly<Record<string, number>> | undefined>>;

interface Eld {
  readonly instance: Detector;
  readonly loadData: (data: { type: string; languages: Readonly<Record<string, string>>; ngrams: Tables }) => string;
}

// The package offers import only, which is asynchronous; requiring its file loads the same module at once.
function loadDetector(): Detector {
  if (!detector) {
    const manifest = findPackageJSON('eld', import.meta.url);
    if (!manifest) throw new Error('The package eld is not installed');
    const source = join(dirname(manifest), 'src');
    const { createEld } = createRequire(import.meta.url)(join(source, 'languageDetector.js')) as { createEld(): Eld };
    const { instance, loadData } = createEld();
    loadData(readTables(readFileSync(join(source, 'ngrams', 'small.js'), 'utf8')));
    detector = instance;
  }
  return detector;
}

const NAME = /(\d+):'(\w+)'/g;
const NGRAM = /(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([^\s'":{},]+)):\{([\d:,]+)\}/g;
/** More than the languages that one n-gram can have. */
const MOST = 64;

/**
 * eld's table as text, `{languages:{0:'am',…},ngrams:{' the':{11:98,…},…}}`, packed into a few megabytes: run as the
 * module that it is, its 80,000 small objects would take 140.
 */
function readTables(module: string): { type: string; languages: Record<string, string>; ngrams: Tables } {
  const at = module.indexOf('ngrams:');
  const languages = Object.fromEntries([...module.slice(0, at).matchAll(NAME)].map(([, id, lang]) => [id!, lang!]));
  const places = new Map<string, number>();
  const packed: number[] = [];
  NGRAM.lastIndex = at;
  for (let found = NGRAM.exec(module); found !== null; found = NGRAM.exec(module)) {
    const ngram = found[1] ?? found[2] ?? found[3]!;
    const scores = found[4]!.split(/[:,]/);
    places.set(ngram.replace(/\\(.)/g, '$1'), (packed.length / 2) * MOST + scores.length / 2);
    for (const number of scores) packed.push(Number(number));
  }
  return { type: 'S60', languages, ngrams: tablesOf(places, Uint8Array.from(packed)) };
}

function tablesOf(places: ReadonlyMap<string, number>, packed: Uint8Array): Tables {
  return new Proxy<Tables>(
    {},
    {
      get: (_, ngram) => {
        const place = typeof ngram === 'string' ? places.get(ngram) : undefined;
        if (place === undefined) return undefined;
        const scores: Record<string, number> = {};
        const from = Math.floor(place / MOST) * 2;
        for (let i = from; i < from + (place % MOST) * 2; i += 2) scores[packed[i]!] = packed[i + 1]!;
        return scores;
      },
    },
  );
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
