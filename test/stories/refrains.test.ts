import { expect, test } from 'vitest';
import { readArticle } from '../../src/stories/profile.ts';
import { createRefrains } from '../../src/stories/refrains.ts';

const BOX =
  'Rosa Lindgren Rosa Maria LindgrenLindgren calls for a vote on the harbour toll Ferry owners balk at lengthy hearing Council signs stopgap budget through November Why the ferries never run on time Harbour master denies that he ever saw the letter MORE';
const heard = (title: string, text: string) => readArticle({ title, text, lang: 'en', time: 0 });
const written = (words: readonly { start: number }[], text: string): string =>
  words.map(({ start }) => /^[\p{L}\p{N}]+/u.exec(text.slice(start))?.[0]).join(' ');

/** What is left of the last text, after the others were heard. */
function leftOf(source: string, texts: readonly [source: string, text: string][], last: string): string {
  const refrains = createRefrains();
  for (const [slot, [from, text]] of texts.entries())
    refrains.add(slot, refrains.leaveOut(from, heard('', text).text).runs);
  return written(refrains.leaveOut(source, heard('', last).text).words, last);
}

const BRIDGE = `Engineers found rust on the old swing bridge, said mayor ${BOX} on Tuesday. It will stay open for boats while divers look at each of its eleven piers.`;
const SCHOOL = `A school on Mill Lane will teach in two shifts, mayor ${BOX} told parents. The roof of its gym came down in a storm and cannot be mended before spring, so classes move.`;

test('what a source has said word for word before is left out', () => {
  const left = leftOf('The Post', [['The Post', BRIDGE]], SCHOOL);

  expect(left).not.toContain('stopgap budget through November');
  expect(left).toContain('A school on Mill Lane will teach in two shifts');
  expect(left).toContain('The roof of its gym came down in a storm');
});

test('what another source has said is news', () => {
  expect(leftOf('The Post', [['The Wire', BRIDGE]], SCHOOL)).toContain('stopgap budget through November');
});

test('a name and its title are no refrain, however often they come', () => {
  const first =
    'The chief executive officer of Northern Ferries, Rosa Lindgren, resigned on Monday after a vote of the board.';
  const second =
    'Fares rise in June. That is what the chief executive officer of Northern Ferries, Rosa Lindgren, wrote in a letter.';

  expect(leftOf('The Post', [['The Post', first]], second)).toContain('chief executive officer of Northern Ferries');
});

test('an article that mostly repeats is told whole: it goes on with its story', () => {
  const update = `${BRIDGE} The road was closed in the evening.`;

  expect(leftOf('The Post', [['The Post', BRIDGE]], update)).toContain('Engineers found rust on the old swing bridge');
});

test('what is forgotten is no refrain any more', () => {
  const refrains = createRefrains();
  refrains.add(1, refrains.leaveOut('The Post', heard('', BRIDGE).text).runs);
  refrains.remove(1);

  expect(written(refrains.leaveOut('The Post', heard('', SCHOOL).text).words, SCHOOL)).toContain('stopgap budget');
});
