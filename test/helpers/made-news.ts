// Made-up news of made-up places: events told by several papers in two languages, copied, and growing together.

export interface Told {
  readonly title: string;
  readonly text: string;
  readonly lang: 'en' | 'de';
  readonly time: number;
  readonly event: number;
}

type Dice = (n: number) => number;

/** One article after the other, forty minutes apart; every few of them an event begins. */
export function makeNews(count: number, dice: Dice, from: number): Told[] {
  const news: Told[] = [];
  const running: Event[] = [];
  for (let i = 0; i < count; i++) {
    if (running.length < 8 || dice(4) === 0) running.push(openEvent(i, dice));
    if (running.length > 16) running.shift();
    const event = running[dice(running.length)]!;
    const time = from + i * 40 * 60_000 - dice(3) * 60 * 60_000;
    news.push({ ...tell(event, news, dice), time, event: event.number });
  }
  return news;
}

interface Event {
  readonly number: number;
  readonly place: string;
  readonly person: string;
  readonly rival: string;
  readonly firm: string;
  readonly kind: Kind;
  readonly figures: readonly number[];
  /** Words that nobody else uses, as each event has its own: they stand in its sentences. */
  readonly things: readonly string[];
}

function openEvent(number: number, dice: Dice): Event {
  const name = (): string => capital(Array.from({ length: 2 + dice(2) }, () => pick(SYLLABLES, dice)).join(''));
  return {
    number,
    place: name(),
    person: `${name()} ${name()}`,
    rival: name(),
    firm: name(),
    kind: pick(KINDS, dice),
    figures: Array.from({ length: 4 }, () => 110 + dice(1_700)),
    things: Array.from({ length: 24 }, () => name().toLowerCase()),
  };
}

/** A report of some of an event's sentences, or a copy of what somebody wrote of it. */
function tell(event: Event, news: readonly Told[], dice: Dice): Pick<Told, 'title' | 'text' | 'lang'> {
  const older = news.findLast((told) => told.event === event.number);
  if (older !== undefined && dice(7) === 0)
    return { ...older, title: `${older.title} (agency)`, text: `From our wire. ${older.text}` };
  const lang = dice(4) === 0 ? 'de' : 'en';
  const { titles, sentences } = event.kind[lang];
  const half = sentences.length / 2;
  // The one half, the other, or all of it: what began as two stories may prove to be one.
  const side = dice(3);
  const told = side === 2 ? sentences : sentences.slice(side * half, side * half + half);
  const fill = (text: string): string => fillIn(text, event);
  const text = told
    .filter(() => dice(5) > 0)
    .map((sentence) => withThings(fill(sentence), sentences.indexOf(sentence), event));
  return { lang, title: fill(titles[side]!), text: text.join(' ') };
}

/** Each sentence with four words that are its event's. */
function withThings(sentence: string, at: number, { things }: Event): string {
  return `${sentence.slice(0, -1)}, ${things.slice(at * 4, at * 4 + 4).join(' ')}.`;
}

function fillIn(text: string, { place, person, rival, firm, figures }: Event): string {
  const names: Record<string, string> = { place, person, rival, firm };
  return text.replace(/\{(\w+)\}/gu, (_, word: string) => names[word] ?? String(figures[Number(word)]));
}

const SYLLABLES = 'ba be du fe go ha ir ka lo ma mi na or pe ru sa ti ul va wo xe yo za zu'.split(' ');

const pick = <T>(list: readonly T[], dice: Dice): T => list[dice(list.length)]!;
const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

/** A headline for the one half of the sentences, for the other, and for all. */
interface Telling {
  readonly titles: readonly string[];
  readonly sentences: readonly string[];
}
type Kind = Readonly<Record<Told['lang'], Telling>>;

const KINDS: readonly Kind[] = [
  {
    en: {
      titles: [
        'Flood drives {0} from their homes in {place}',
        '{person} promises {1} million for new dykes',
        '{person} visits flooded {place}, promises dykes',
      ],
      sentences: [
        'A river burst its banks near {place} on Monday and drove {0} people from their homes.',
        'Boats of the fire brigade took families from the roofs of {place} to a school.',
        'The water stood {2} centimetres high in the old streets, the mayor said.',
        '{person} promised {1} million crowns for new dykes along the river.',
        'The money shall come from the reserve of {firm}, the ministry of {person} said.',
        '{rival} of the opposition called the promise of {person} late and far too small.',
      ],
    },
    de: {
      titles: [
        'Hochwasser vertreibt {0} Menschen in {place}',
        '{person} verspricht {1} Millionen für Deiche',
        '{person} besucht {place} und verspricht neue Deiche',
      ],
      sentences: [
        'Ein Fluss trat am Montag bei {place} über die Ufer und vertrieb {0} Menschen aus ihren Häusern.',
        'Boote der Feuerwehr brachten Familien von den Dächern in {place} in eine Schule.',
        'Das Wasser stand {2} Zentimeter hoch in den alten Gassen, sagte der Bürgermeister.',
        '{person} versprach {1} Millionen Kronen für neue Deiche am Fluss.',
        'Das Geld soll aus der Rücklage von {firm} kommen, teilte das Ministerium von {person} mit.',
        '{rival} von der Opposition nannte die Zusage von {person} spät und viel zu klein.',
      ],
    },
  },
  {
    en: {
      titles: [
        '{firm} workers strike in {place}',
        'Court lets {rival} sack {1} at {firm}',
        'Strike at {firm} in {place} goes on after court ruling',
      ],
      sentences: [
        'Some {0} workers of {firm} laid down their tools in {place} on Tuesday.',
        'They want {2} crowns more a month and shorter nights, their speaker {person} said.',
        'The gates of the factory stayed shut, and lorries queued through {place}.',
        'A court allowed {rival}, the owner, to dismiss {1} of the people at {firm}.',
        'The judge found that {firm} had warned them {3} days before, as the contract asks.',
        '{person} wants to appeal the ruling, and {rival} refuses to talk.',
      ],
    },
    de: {
      titles: [
        'Streik bei {firm} in {place}',
        'Gericht erlaubt {rival} {1} Kündigungen bei {firm}',
        'Streik bei {firm} in {place} dauert nach dem Urteil an',
      ],
      sentences: [
        'Rund {0} Beschäftigte von {firm} legten am Dienstag in {place} die Arbeit nieder.',
        'Sie fordern {2} Kronen mehr im Monat und kürzere Nächte, sagte ihr Sprecher {person}.',
        'Die Tore der Fabrik blieben zu, und Lastwagen stauten sich durch {place}.',
        'Ein Gericht erlaubte dem Besitzer {rival}, {1} Leuten von {firm} zu kündigen.',
        'Der Richter befand, {firm} habe sie {3} Tage vorher gewarnt, wie der Vertrag es verlangt.',
        '{person} will das Urteil anfechten, und {rival} lehnt Gespräche ab.',
      ],
    },
  },
  {
    en: {
      titles: [
        'Painting stolen from museum in {place}',
        '{person} arrested with painting worth {1} thousand',
        'Stolen painting of {place} found, {person} arrested',
      ],
      sentences: [
        'Thieves took a painting of a winter harbour from the museum of {place} at night.',
        'It was made by {rival} and is insured for {1} thousand crowns.',
        'The guard heard nothing, for the alarm had been off for {0} minutes.',
        'Officers arrested {person} at the border with a tube under the seat of a van.',
        'The painting of {rival} was rolled inside it, unharmed, the police said.',
        '{firm}, which insures it, will pay {2} crowns to the customs dog, as {person} waits for trial.',
      ],
    },
    de: {
      titles: [
        'Gemälde aus dem Museum von {place} gestohlen',
        '{person} mit Gemälde für {1} Tausend gefasst',
        'Gestohlenes Gemälde aus {place} gefunden, {person} gefasst',
      ],
      sentences: [
        'Diebe nahmen nachts ein Gemälde eines winterlichen Hafens aus dem Museum von {place} mit.',
        'Es stammt von {rival} und ist für {1} Tausend Kronen versichert.',
        'Die Wache hörte nichts, denn der Alarm war {0} Minuten lang aus.',
        'Beamte fassten {person} an der Grenze mit einer Röhre unter dem Sitz eines Lieferwagens.',
        'Das Gemälde von {rival} lag unversehrt darin, teilte die Polizei mit.',
        'Der Versicherer {firm} will dem Zollhund {2} Kronen geben, während {person} auf den Prozess wartet.',
      ],
    },
  },
];
