// Light stemmers for languages that Snowball's package has none for: the commonest inflections, longest first, and
// enough of the word left. They aim at meeting forms of one noun, not at linguistics.

type Stemmer = (word: string) => string;

function suffixStripper(suffixes: string, least: number): Stemmer {
  const ordered = suffixes.split(' ').sort((a, b) => b.length - a.length);
  return (word) => {
    for (const suffix of ordered) {
      if (word.length - suffix.length >= least && word.endsWith(suffix)) return word.slice(0, -suffix.length);
    }
    return word;
  };
}

const polish = suffixStripper(
  'owi owie owego owej owych owym owymi owa owe ami iami ach iach om iom ów ego emu ymi imi ych ich ym im ej ie y i a ą ę e o u em iem ość ości ością cie cia ciu ciem nia niu niem nie ania aniu aniem eniu enia eniem ały ała ało ali ił iła iło ili',
  3,
);
const czech = suffixStripper(
  'ami emi ími ého ému ých ách ech ích ům ové ovi ou em ům ám ím ým ě e i í ý y a á é o u ů ější ejší osti ost ostí ání áním ení ením',
  3,
);
const slovak = suffixStripper(
  'ami ého ému ých ách och ích ov ovi om ou em ám im ím ým e i í ý y a á é o u osti ost ani ania eni enia',
  3,
);
const croatian = suffixStripper('ovima evima ama ima oga omu ega emu ijeg ijem og om im ih em am a e i o u', 3);
const persian = suffixStripper('هایی های\u200cها ترین هایش هایشان ها های تر ات ان ی\u200cها', 2);

// "And", then one of "the, in, to, that", are written on to the word; three letters must be left. מ and כ begin too many
// words of their own to be taken off.
function hebrew(word: string): string {
  let stem = word.length > 4 && word.startsWith('ו') ? word.slice(1) : word;
  if (stem.length > 3 && 'הבלש'.includes(stem[0]!)) stem = stem.slice(1);
  return stem.length > 4 && /(?:ים|ות)$/.test(stem) ? stem.slice(0, -2) : stem;
}

// Particles stand on the noun: 정부는, 정부가, 정부를 → 정부. Two syllables must be left.
const korean = suffixStripper(
  '은 는 이 가 을 를 의 에 와 과 도 만 로 으로 에서 에게 부터 까지 에는 에도 에서는 으로는 로는 이라고 라고 이다 했다 한다 하는 하고 했다고 된다 됐다 되는 들 들이 들은 들을 들의 이나 보다 처럼 이며 하며',
  2,
);

// Old and new spelling of the plain form in Malay and Indonesian news differ little; Snowball's serves Indonesian.
export const LIGHT_STEMMERS: Readonly<Record<string, Stemmer>> = {
  pl: polish,
  cs: czech,
  sk: slovak,
  hr: croatian,
  fa: persian,
  he: hebrew,
  ko: korean,
};
