// Feeds and pages write language codes as they like: "en-GB", "zh_TW", "nb". The tables know one spelling of each.

const SAME_AS: Readonly<Record<string, string>> = {
  nb: 'no',
  nn: 'no',
  iw: 'he',
  in: 'id',
  bs: 'hr',
  sh: 'hr',
  cmn: 'zh',
  yue: 'zh',
};

/** The plain ISO 639-1 code: "pt-BR" → "pt", "nb" → "no". Undefined stays undefined. */
export function baseLanguage(lang: string | undefined): string | undefined {
  if (!lang) return undefined;
  if (lang.length === 2 && !(lang in SAME_AS)) return lang;
  const base = lang.toLowerCase().split(/[-_]/, 1)[0] ?? '';
  return SAME_AS[base] ?? (base || undefined);
}
