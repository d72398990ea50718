import { expect, test } from 'vitest';
import { storiesVerb } from '../../src/cli/stream-verbs.ts';
import { FACTORY, PLASTIC, RECALL } from '../helpers/two-events.ts';

test('stories: whoever has left a story is told again, with the new one', () => {
  const toStories = storiesVerb();
  const printed = [FACTORY, RECALL, PLASTIC].map((told, id) =>
    toStories({ ...told, id, source: `Paper ${id}`, published_at: `2026-05-04T1${id}:00:00Z` }),
  );

  expect(printed.slice(0, 2)).toEqual([[{ id: 0, story: 's1' }], [{ id: 1, story: 's1' }]]);
  expect(printed[2]).toHaveLength(2);
  expect(printed[2]).toEqual(
    expect.arrayContaining([
      { id: 1, story: 's2' },
      { id: 2, story: 's2' },
    ]),
  );
});
