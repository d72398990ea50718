// The catalogue of what people read: one function per language, English where a language lacks something.

import i18next, { type TFunction } from 'i18next';
import { de } from '../data/locales/de.ts';
import { en } from '../data/locales/en.ts';
import { es } from '../data/locales/es-es.ts';
import { fr } from '../data/locales/fr.ts';
import { ja } from '../data/locales/ja.ts';
import { ptBR } from '../data/locales/pt-br.ts';
import { ru } from '../data/locales/ru.ts';
import { vi } from '../data/locales/vi.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
    nsSeparator: false;
  }
}

/** Discord's locale codes of the languages that there are. */
export const LOCALES = ['en', 'de', 'fr', 'es-ES', 'pt-BR', 'ru', 'vi', 'ja'] as const;
export type Locale = (typeof LOCALES)[number];

export type Say = TFunction<'translation'>;

/** How to speak to somebody. */
export interface Words {
  readonly locale: Locale;
  readonly say: Say;
  /** "a, b and c". */
  list(items: readonly string[]): string;
  number(value: number): string;
}

interface Texts {
  readonly [key: string]: string | Texts;
}

export const CATALOGUES: Readonly<Record<Locale, Texts>> = { en, de, fr, 'es-ES': es, 'pt-BR': ptBR, ru, vi, ja };

/** Counts as the language writes numbers, and every plural form that it has: those that a catalogue leaves out read like "other". */
function prepared(texts: Texts, categories: readonly string[]): Texts {
  const all: Record<string, string | Texts> = {};
  for (const [key, value] of Object.entries(texts)) {
    const text = typeof value === 'string' ? value.replaceAll('{{count}}', '{{count, number}}') : undefined;
    all[key] = text ?? prepared(value as Texts, categories);
    if (text === undefined || !key.endsWith('_other')) continue;
    const stem = key.slice(0, -'other'.length);
    for (const category of categories) if (!(stem + category in texts)) all[stem + category] = text;
  }
  return all;
}

function resourceOf(locale: Locale): { translation: Texts } {
  const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
  return { translation: prepared(CATALOGUES[locale], pluralCategories) };
}

const catalogue = i18next.createInstance({
  lng: 'en',
  fallbackLng: 'en',
  resources: Object.fromEntries(LOCALES.map((locale) => [locale, resourceOf(locale)])),
  nsSeparator: false,
  ignoreJSONStructure: false,
  // Escaping is the renderer's task: it depends on where a value stands.
  interpolation: { escapeValue: false },
  initAsync: false,
});
// Everything is in memory, so this is done before it returns.
void catalogue.init();

const spoken = new Map<Locale, Words>();

/** The words of a language as Discord names it ("es-419", "en-GB"); English for those that there are not. */
export function wordsFor(wanted: string | undefined): Words {
  const locale = nearest(wanted);
  const known = spoken.get(locale);
  if (known) return known;
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const numbers = new Intl.NumberFormat(locale);
  const words: Words = {
    locale,
    say: catalogue.getFixedT(locale),
    list: (items) => lists.format(items),
    number: (value) => numbers.format(value),
  };
  spoken.set(locale, words);
  return words;
}

export function hasWords(key: string): boolean {
  return catalogue.exists(key, { lng: 'en' });
}

/** A text in every language that Discord shows and that has its own, for names and descriptions of commands. */
export function localised(key: string): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const locale of LOCALES) {
    if (locale === 'en' || !catalogue.exists(key, { lng: locale, fallbackLng: [] })) continue;
    const text = String(catalogue.getResource(locale, 'translation', key));
    texts[locale] = text;
    if (locale === 'es-ES') texts['es-419'] = text;
  }
  return texts;
}

function nearest(wanted: string | undefined): Locale {
  const exact = LOCALES.find((locale) => locale === wanted);
  if (exact) return exact;
  const language = wanted?.split('-')[0];
  return LOCALES.find((locale) => locale.split('-')[0] === language) ?? 'en';
}
