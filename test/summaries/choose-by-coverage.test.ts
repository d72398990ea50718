import { describe, expect, test } from 'vitest';
import { chooseByCoverage, surveyReading } from '../../src/summaries/choose-by-coverage.ts';
import { conceptChances } from '../../src/summaries/concept-features.ts';
import { shippedModel } from '../../src/summaries/model.ts';
import { readSentences } from '../../src/summaries/read.ts';
import { relevanceOf } from '../../src/summaries/relevance.ts';

const AGROUND = 'The ferry Aurora ran aground near Holm on Tuesday night.';
const TORN = 'Divers found that the ferry Aurora had torn her hull near Holm.';
const BEES = 'Beekeepers in the valley count fewer colonies after a wet spring.';
const ALL = { most: Number.POSITIVE_INFINITY, words: Number.POSITIVE_INFINITY };

function read(texts: readonly string[], lang = 'en') {
  return readSentences(
    texts.map((text, id) => ({ id, text })),
    lang,
  );
}

function choose(texts: readonly string[], words: number): string[] {
  return chooseByCoverage(read(texts), { ...ALL, words }, shippedModel.coverage).map((s) => s.text);
}

describe('relevanceOf', () => {
  test('a document that shares nothing with the others counts least, but it counts', () => {
    const [first, second, stranger] = relevanceOf(read([AGROUND, TORN, BEES]));

    expect(stranger).toBeGreaterThan(0);
    expect(stranger).toBeLessThan(Math.min(first!, second!) / 2);
  });

  test('documents that have nothing in common all count alike', () => {
    expect(relevanceOf(read([AGROUND, BEES]))).toEqual([1, 1]);
  });
});

describe('what is covered', () => {
  test('what stands early in several documents is likelier in a summary than what one says late', () => {
    const { concepts } = surveyReading(
      read([`${AGROUND} Nobody was hurt, the operator said.`, `${TORN} She will be towed to the yard of Nordhavn.`]),
    );
    const chances = conceptChances(concepts, shippedModel.coverage.words, shippedModel.coverage.pairs);
    const chance = (word: string, next?: string) => chances[concepts.find(word, next)!]!;

    expect(chance('Aurora')).toBeGreaterThan(chance('yard'));
    expect(chance('ferry', 'Aurora')).toBeGreaterThan(chance('yard', 'of'));
  });

  test('the same word in another form is the same word', () => {
    const { concepts } = surveyReading(read(['Two ferries ran aground.', 'The ferry ran aground.']));

    expect(concepts.find('ferries')).toBe(concepts.find('Ferry'));
    expect(concepts.docs[concepts.find('ferry')!]).toBe(2);
  });

  test('where no spaces stand between words, the terms and their pairs are covered', () => {
    const reading = read(['渡轮在霍尔姆附近搁浅。'], 'zh');
    const { concepts } = surveyReading(reading);

    expect(concepts.size).toBe(2 * reading.sentences[0]!.terms.length - 1);
  });
});

describe('chooseByCoverage', () => {
  test('unrelated documents give a summary all the same', () => {
    expect(choose([AGROUND, BEES], 40).toSorted()).toEqual([BEES, AGROUND].toSorted());
  });

  test('a pronoun comes with the sentence that has its name, or not at all', () => {
    const captain = 'Captain Mara Lindqvist left the bridge of the ferry Aurora last.';
    const pronoun = 'She had steered the ferry Aurora past Holm for eleven years without an accident.';

    expect(choose([`${AGROUND} ${captain} ${pronoun}`, TORN], 60)).toContain(pronoun);
    expect(choose([`${AGROUND} ${captain} ${pronoun}`, TORN], 60)).toContain(captain);
    expect(choose([`${pronoun} ${AGROUND}`, TORN], 60)).not.toContain(pronoun);
  });

  test('a quote of two sentences stands whole or not at all', () => {
    const opened = '“The ferry Aurora struck the bank near Holm at full speed.';
    const closed = 'Nobody on board had expected it,” said Mara Lindqvist, her captain.';
    const chosen = choose([`${AGROUND} ${opened} ${closed}`, TORN], 60);

    expect(chosen.includes(opened)).toBe(chosen.includes(closed));
    expect(chosen).toContain(opened);
    expect(choose([`${AGROUND} ${opened}`, TORN], 60)).not.toContain(opened);
  });

  test('never more words than asked for', () => {
    for (const words of [5, 12, 25, 60]) {
      const said = choose([`${AGROUND} ${BEES}`, TORN], words);
      expect(said.join(' ').split(/\s+/).filter(Boolean).length).toBeLessThanOrEqual(words);
    }
  });
});
