// Our own sample articles, with what a good summary of each has to say: floors for quality that need no corpus.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { summarize } from '../../src/summaries/summarize.ts';
import type { SummaryDoc } from '../../src/summaries/summary.ts';

/** The text below the front matter. */
function sample(name: string): SummaryDoc {
  const file = readFileSync(new URL(`../../data/sample/${name}.md`, import.meta.url), 'utf8');
  const [, head = '', ...body] = file.split(/^---$/m);
  const title = /^title:\s*(.*)$/m.exec(head)?.[1] ?? '';
  return { id: name, title, text: body.join('---').trim(), source: name.split('/')[0]! };
}

test.each([
  ['harbour-gazette/ferry-solveig-aground', 'en', ['All 312 people aboard the ferry Solveig were brought to safety']],
  ['harbour-gazette/ferry-inquiry-steering', 'en', ['could no longer be steered when she ran on to the Tern Bank']],
  ['harbour-gazette/lund-wins', 'en', ['Desmond Lund will be the next mayor of Port Ansel']],
  ['meridian-wire/hospital-attack', 'en', ['working with pen and paper', '1,150 appointments were cancelled']],
  ['meridian-wire/minatojima-quake', 'en', ['An earthquake of magnitude 6.1 shook the island']],
  ['nordbote/zinsen-valdora', 'de', ['lässt ihren Leitzins unverändert bei 4,25 Prozent']],
  ['nordbote/tidewell-werk', 'de', ['Batteriewerk für 2,6 Milliarden Euro']],
  ['courrier-du-fleuve/seisme-minatojima', 'fr', ['Un séisme de magnitude 6,1 a secoué']],
  ['minato-shimpo/quake', 'ja', ['島内で震度5弱を観測した', '11人がけがをし']],
])('the summary of %s says what matters', (name, lang, expected) => {
  const { sentences } = summarize([sample(name)], { lang, sentences: 4 });

  const said = sentences.map((s) => s.text).join('\n');
  for (const part of expected) expect(said).toContain(part);
});

describe('a story of several outlets', () => {
  const docs = [
    'harbour-gazette/hospital-ransomware',
    'meridian-wire/hospital-attack',
    'meridian-wire/hospital-arrest',
  ];

  test('says first what most say, and cites them', () => {
    const { sentences } = summarize(docs.map(sample), { lang: 'en', sentences: 4 });

    expect(sentences[0]!.text).toContain('Four hospitals in and around Port Ansel');
    expect(sentences[0]!.cites.map((c) => c.doc).toSorted()).toEqual(docs.slice(0, 2));
  });

  test('says nothing twice', () => {
    const { sentences } = summarize(docs.map(sample), { lang: 'en', sentences: 7 });

    expect(sentences.filter((s) => s.text.includes('pen and paper'))).toHaveLength(1);
    expect(sentences.filter((s) => s.text.includes('1,150 appointments'))).toHaveLength(1);
  });
});
