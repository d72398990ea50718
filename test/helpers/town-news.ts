// Short news of a region, written for tests: each about something else, in a town whose name begins as the region's does.

import type { SitePage } from './local-site.ts';

const NEWS: readonly (readonly [slug: string, title: string, ...paragraphs: string[]])[] = [
  [
    'library-roof',
    'TOWN library shuts its reading room after roof leak',
    'The public library of TOWN closed its reading room on Monday because rain came through the roof onto the shelves.',
    'Librarian Petra Moss said about four hundred books were wet and would be dried page by page.',
  ],
  [
    'bakery-prize',
    'Baker from TOWN wins national prize for rye bread',
    'A rye loaf baked in TOWN took first place at the national bread contest on Saturday evening.',
    'Otto Brandt has run the bakery since 1988 and lets his dough rest for thirty hours.',
  ],
  [
    'tram-line',
    'Second tram line in TOWN to open in autumn',
    'The second tram line of TOWN will carry its first passengers in October, the transport office announced.',
    'Trams are to run every eight minutes between the station and the hospital.',
  ],
  [
    'otter-return',
    'Otters seen in the river at TOWN for the first time in forty years',
    'Two otters were filmed at night near the old mill in TOWN, according to the nature trust.',
    'Biologists believe that cleaner water has brought back fish, and with them the animals.',
  ],
  [
    'school-meals',
    'Pupils in TOWN cook their own lunch once a week',
    'At the primary school of TOWN every class now prepares lunch for the others on one day.',
    'Head teacher Lena Vogel says that children who peel carrots also eat them.',
  ],
  [
    'theatre-budget',
    'Theatre in TOWN loses a third of its grant',
    'The municipal theatre of TOWN will get a third less money next season, the finance committee decided.',
    'Director Samuel Ortiz said that two premieres would have to be cancelled.',
  ],
  [
    'chess-champion',
    'Fifteen-year-old from TOWN is youngest chess champion of the province',
    'Mira Kaplan, a pupil of fifteen years from TOWN, won the chess title of the province with eight victories.',
    'In the last round she gave up her queen for an attack that nobody had foreseen.',
  ],
  [
    'water-meters',
    'Digital water meters for all homes in TOWN',
    'Every home in TOWN is to have a digital water meter by next summer, the waterworks said.',
    'Readings will be sent by radio once a day and show leaks within hours.',
  ],
  [
    'fire-market',
    'Fire destroys three stalls at the market of TOWN',
    'Three wooden stalls burnt down at the weekly market of TOWN on Thursday morning; nobody was hurt.',
    'Fire brigade chief Anton Reis named a gas cooker as the probable cause.',
  ],
  [
    'glacier-lecture',
    'Polar scientist tells TOWN about ice that is eight hundred thousand years old',
    'Glaciologist Ines Faro spoke in TOWN about an ice core whose oldest layers are eight hundred thousand years old.',
    'Bubbles of air in the ice keep a record of the atmosphere of those times.',
  ],
];

const DAY = 86_400_000;

/** "Alder" makes Alderbrook, Alderwick and so on. */
const TOWNS = ['brook', 'wick', 'mouth', 'stead', 'haven', 'dale', 'combe', 'thorpe', 'minster', 'ness'];

/** A query that finds all of them. */
export const ALL_NEWS = 'roof OR rye OR tram OR otters OR pupils OR grant OR chess OR meters OR ice';

/** A day apart, newest first. */
export function regionNews(region: string, newestAt: number, count = NEWS.length): SitePage[] {
  return NEWS.slice(0, count).map(([slug, title, ...paragraphs], n) => {
    const named = (text: string): string => text.replaceAll('TOWN', region + TOWNS[n]);
    return {
      slug: `${region.toLowerCase()}-${slug}`,
      title: named(title),
      paragraphs: paragraphs.map(named),
      publishedAt: newestAt - n * DAY,
    };
  });
}

/** One event as two outlets tell it. */
export function bridgeStory(publishedAt: number): { readonly here: SitePage; readonly elsewhere: SitePage } {
  return {
    here: {
      slug: 'bridge-closed',
      title: 'Lundberg closes old harbour bridge after crack is found',
      publishedAt,
      paragraphs: [
        'Lundberg closed its old harbour bridge to all traffic on Tuesday after engineers found a crack in one of the main girders, the city said.',
        'Some 14,000 cars use the bridge every day, and drivers were told to take the northern tunnel until at least the end of the month.',
        'Mayor Ida Holm said the safety of residents came first and that repairs would cost about 3 million crowns.',
        'The bridge was built in 1931 and was last inspected two years ago, when no damage was reported.',
        'Ferry operators said they would add six crossings in the morning and six in the evening.',
      ],
    },
    elsewhere: {
      slug: 'harbour-bridge',
      title: 'Crack shuts harbour bridge in Lundberg for weeks',
      publishedAt: publishedAt + 60_000,
      paragraphs: [
        'The old harbour bridge in Lundberg was shut on Tuesday because of a crack in a main girder, and will stay closed for weeks.',
        'Mayor Ida Holm put the cost of repairs at around 3 million crowns and asked drivers to use the northern tunnel.',
        'Shopkeepers on the island fear for their trade; their association asked the city for help.',
        'Engineers will weld steel plates to the girder before the bridge is tested under load.',
      ],
    },
  };
}

/** One article that is long enough for all three lengths. */
export function longArticle(publishedAt: number): SitePage {
  return {
    slug: 'lighthouse-history',
    title: 'Lighthouse on Cape Orrin turns two hundred',
    publishedAt,
    paragraphs: [
      'The lighthouse on Cape Orrin was lit for the first time two hundred years ago this week, and the island celebrates with an open day.',
      'Its builder, Hanne Lysgaard, had never designed anything taller than a barn before the harbour board hired her.',
      'Granite for the tower came by sledge across the frozen sound in three winters, as accounts in the county archive show.',
      'In 1871 a keeper named Jonas Prahl kept the lamp burning through a storm of five days and saved forty sailors of the barque Miranda.',
      'Electricity replaced paraffin in 1932, and the last keeper left with his goats in 1984.',
      'Since then a computer in the coast guard station of Port Ansel watches over the light.',
      'Volunteers have restored the lens, which holds three hundred and twelve prisms, with money from a lottery.',
      'Visitors may climb the one hundred and eighty-six steps on Saturday between ten and four o’clock.',
      'The county museum shows photographs of all nineteen keepers and their families until September.',
      'A ferry leaves Port Ansel every hour; dogs are welcome on board but not in the tower.',
    ],
  };
}
