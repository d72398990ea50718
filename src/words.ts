// The catalogue of what people read: one function per language, English where a language lacks something.

import i18next, { type TFunction } from 'i18next';
import { en } from '../data/locales/en.ts';

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

const CATALOGUES: Readonly<Record<Locale, object>> = {
  en,
  de: {},
  fr: {},
  'es-ES': {},
  'pt-BR': {},
  ru: {},
  vi: {},
  ja: {},
};

const catalogue = i18next.createInstance({
  lng: 'en',
  fallbackLng: 'en',
  resources: Object.fromEntries(LOCALES.map((locale) => [locale, { translation: CATALOGUES[locale] }])),
  nsSeparator: false,
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
