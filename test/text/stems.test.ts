import { expect, test } from 'vitest';
import { stemWord } from '../../src/text/stems.ts';

test('a Bulgarian word on which the stemmer of the package throws is left as it is', () => {
  expect(stemWord('сигурен', 'bg')).toBe('сигурен');
});
