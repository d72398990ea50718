// Sentences that say nothing but who said the one before: "Das teilte die Polizei mit.", "Об этом сообщает …". Per
// language, how they open; our own lists.

const OPENINGS: Readonly<Record<string, RegExp>> = {
  // Without flags that take tables of letters: English is what most texts are in.
  en: /^(?:This|That|It) (?:was|is|has been) (?:announced|reported|confirmed|stated|disclosed|made public) (?:by|in|on) |^The (?:news|report|information|announcement) (?:was|is|comes?|came) (?:first )?(?:announced|reported|confirmed|published|made|from|by) /,
  de: /^(?:das|dies) (?:teil(?:te|ten|t|en)|sag(?:te|ten|t|en)|bericht(?:ete|eten|et|en)|erklär(?:te|ten|t|en)|bestätig(?:te|ten|t|en)|meld(?:ete|eten|et|en)|schr(?:ieb|ieben|eibt|eiben)|g(?:ab|aben|ibt|eben)|geht aus|ging aus)(?!\p{L})/iu,
  fr: /^c[’']est ce (?:qu[’']|que )(?:a |ont |elle a |il a |on )?(?:annonc|indiqu|déclar|rapport|fait savoir|précis|affirm|révél|appr)/iu,
  es: /^así lo (?:inform|anunci|confirm|indic|señal|dijo|dijeron|asegur|explic|manifest|comunic|dio a conocer|ha[n]? )/iu,
  pt: /^(?:é|foi) o que (?:diz|disse|inform|afirm|apont|mostr|revel|anunci)|^a informação (?:é|foi) (?:d[aeo]|confirmada|divulgada)/iu,
  it: /^lo (?:ha|hanno|rende|rendono|riferisc|riport|fa sapere|scriv|dichiar|annunci|afferm)/iu,
  nl: /^(?:dat|dit) (?:meldt|melden|meldde|zegt|zei|zeggen|schrijft|schrijven|bevestigt|laat|laten|heeft|blijkt|maakte|maakt)(?!\p{L})/iu,
  ru: /^об этом (?:сообщ|говорится|заяв|рассказ|пиш|стало известно|свидетельств|передаёт|передает|информир|напис)/iu,
  uk: /^про це (?:повідом|йдеться|заяв|розпов|пиш|стало відомо|свідч|інформ|напис)/iu,
  pl: /^(?:informację|informacje|o tym|taką informację|takie informacje) (?:poda|przekaza|potwierdzi|poinformowa)/iu,
};
// A longer one says something more.
const LONGEST = 14;

export function isBareAttribution(text: string, words: number, lang: string | undefined): boolean {
  return words <= LONGEST && (OPENINGS[lang ?? 'en']?.test(text) ?? false);
}
