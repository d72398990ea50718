import { expect, test } from 'vitest';
import { findSource } from '../../src/feeds/find-source.ts';
import type { SourceId } from '../../src/feeds/source.ts';
import { source } from '../helpers/answers.ts';

const NAMES = ['Der Nordbote', 'Nordbote Sport', 'Le Courrier', 'みなと新報'];
const SOURCES = NAMES.map((name, i) => source({ id: (i + 1) as SourceId, name, url: `https://${i}.example/feed` }));

test.each([
  ['2', 'Nordbote Sport'],
  ['der nordbote', 'Der Nordbote'],
  ['https://2.example/feed', 'Le Courrier'],
  ['courrier', 'Le Courrier'],
  ['Sport', 'Nordbote Sport'],
  ['Nordbote', undefined],
  ['Cour', undefined],
  [' ', undefined],
])('%s means %s', (typed, name) => {
  expect(findSource(SOURCES, typed)).toMatchObject(name === undefined ? { problem: 'unknown-source' } : { name });
});
