import { expect, test } from 'vitest';
import { positionsOf } from '../../src/summaries/positions.ts';
import { readSentences } from '../../src/summaries/read.ts';

const TITLE = 'Museum in Osterhever shows boat that lay in the bog for 2,600 years';
const SCENE = 'Hinrich Ahlers only wanted to dig a ditch that morning.';
const NEWS = 'What he found is now in the museum of Osterhever: a boat of oak, some 2,600 years old.';
const MORE = 'It will stay there until the end of next summer, the director said.';

function positions(title: string | undefined, sentences: readonly string[]): number[] {
  return positionsOf(readSentences([{ id: 1, title, text: sentences.join(' ') }], 'en'));
}

test('a scene before the news does not take the place of the lead', () => {
  expect(positions(TITLE, [SCENE, NEWS, MORE])).toEqual([1, 0, 2]);
});

test('where the first sentence is of the headline it is the lead', () => {
  expect(positions(TITLE, [NEWS, SCENE, MORE])).toEqual([0, 1, 2]);
});

test('without a headline the first sentence is the lead', () => {
  expect(positions(undefined, [SCENE, NEWS, MORE])).toEqual([0, 1, 2]);
});

test('a caption does not push the lead down', () => {
  expect(positions(undefined, ['Photo: the harbour of Holm\n', SCENE, MORE])).toEqual([0, 0, 1]);
});
