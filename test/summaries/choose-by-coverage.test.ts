import { describe, expect, test } from 'vitest';
import { chooseByCoverage, weighConcepts, weighDocuments } from '../../src/summaries/choose-by-coverage.ts';
import { readSentences } from '../../src/summaries/read.ts';

const AGROUND = 'The ferry Aurora ran aground near Holm on Tuesday night.';
const TORN = 'Divers found that the ferry Aurora had torn her hull near Holm.';
const BEES = 'Beekeepers in the valley count fewer colonies after a wet spring.';

function read(texts: readonly string[], lang = 'en') {
  return readSentences(
    texts.map((text, id) => ({ id, text })),
    lang,
  );
}

describe('weighDocuments', () => {
  test('a document that shares nothing with the others counts least, but it counts', () => {
    const [first, second, stranger] = weighDocuments(read([AGROUND, TORN, BEES]));

    expect(stranger).toBeGreaterThan(0);
    expect(stranger).toBeLessThan(Math.min(first!, second!) / 2);
  });

  test('documents that have nothing in common all count alike', () => {
    expect(weighDocuments(read([AGROUND, BEES]))).toEqual([1, 1]);
  });
});

describe('weighConcepts', () => {
  test('words that stand together in two documents are worth more, stop words or not', () => {
    const reading = read([
      'It ran out of the harbour.',
      'Boats sail out of the bay.',
      'Nobody asked for this at night.',
    ]);
    const { ofSentence, worth } = weighConcepts(reading, [0, 0, 0]);

    const shared = ofSentence[0]!.filter((key) => ofSentence[1]!.includes(key));
    // "out of" and "of the": no term is in both.
    expect(shared).toHaveLength(2);
    const alone = ofSentence[2]!.map((key) => worth[key]!);
    for (const key of shared) expect(worth[key]).toBeGreaterThan(Math.max(...alone));
  });

  test('where no spaces stand between words, only terms and their pairs are covered', () => {
    const reading = read(['渡轮在霍尔姆附近搁浅。'], 'zh');
    const [keys] = weighConcepts(reading, [0]).ofSentence;

    const { terms } = reading.sentences[0]!;
    expect(keys!.length).toBe(2 * terms.length - 1);
  });
});

test('unrelated documents give a summary all the same', () => {
  const chosen = chooseByCoverage(read([AGROUND, BEES]), { most: Number.POSITIVE_INFINITY, words: 40 });

  expect(chosen.map((s) => s.text).toSorted()).toEqual([BEES, AGROUND].toSorted());
});
