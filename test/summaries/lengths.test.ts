import { expect, test } from 'vitest';
import { summarize } from '../../src/summaries/summarize.ts';
import { LENGTHS, SENTENCES } from '../../src/summaries/summary.ts';

// Our own: twelve sentences, each about something else.
const TEXT = [
  'The ferry Aurora ran aground near Holm on Tuesday night with 214 passengers on board.',
  'Lifeboats took everybody to the pier of Sandvik before midnight.',
  'Captain Mara Lindqvist told reporters that the rudder had not answered.',
  'Divers found a tear of nine metres in the hull beneath the engine room.',
  'The shipping company Nordhavn promised to refund all tickets by Friday.',
  'Environmental inspectors measured no oil in the strait on Wednesday morning.',
  'Fishermen from Holm complained about buoys that had drifted since autumn.',
  'A replacement vessel will sail from Vadso three times a day.',
  'Shares of Nordhavn fell by four percent at the exchange in Bergen.',
  'Two tugs are expected to pull the ship free at the next spring tide.',
  'Parliament will debate the age of the fleet in its session next week.',
  'An inquiry led by judge Elin Aas begins its hearings in October.',
].join(' ');

test.each(LENGTHS)('%s: as many sentences as it says', (length) => {
  const { sentences } = summarize([{ id: 1, text: TEXT }], { lang: 'en', sentences: SENTENCES[length] });

  expect(sentences).toHaveLength(SENTENCES[length]);
});

test.each([1, 2, 3, 5, 8, 40])('never more than %i sentences', (most) => {
  expect(summarize([{ id: 1, text: TEXT }], { lang: 'en', sentences: most }).sentences.length).toBeLessThanOrEqual(
    most,
  );
});

test('what is said twice is not said twice to reach the number', () => {
  const text = `${TEXT.split('. ').slice(0, 2).join('. ')}. The ferry Aurora ran aground near Holm on Tuesday night with passengers.`;

  expect(summarize([{ id: 1, text }], { lang: 'en', sentences: 3 }).sentences).toHaveLength(2);
});
