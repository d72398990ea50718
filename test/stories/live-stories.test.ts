import { expect, test } from 'vitest';
import { createLexicon } from '../../src/stories/lexicon.ts';
import { createLiveStories } from '../../src/stories/live-stories.ts';
import { toProfile } from '../../src/stories/profile.ts';

test('what is alive is counted by language: the others are no rivals', () => {
  const lexicon = createLexicon();
  const live = createLiveStories<string>(lexicon);
  const put = (title: string, lang: string) => live.put(toProfile({ title, text: '', lang, time: 1 }, lexicon), title);

  const first = put('Ferry runs aground', 'en');
  put('Fähre auf Sandbank', 'de');
  put('Bank raises rates', 'en');
  live.remove(first);

  expect([live.sizeIn('en'), live.sizeIn('de'), live.sizeIn('ja'), live.size]).toEqual([1, 1, 0, 2]);
});

test('an article is asked anew beside the story that others of its story would be, and nothing is changed', () => {
  const lexicon = createLexicon();
  const live = createLiveStories<string>(lexicon);
  const put = (title: string, hour: number) =>
    live.put(
      toProfile({ title, text: `${title} at noon, people say.`, lang: 'en', time: hour * 3_600_000 }, lexicon),
      's1',
    );
  const [first, second, third] = [
    put('Ferry Marit runs aground off Skarvoy', 1),
    put('Skarvoy ferry Marit aground: crew safe', 2),
    put('Marit ferry off Skarvoy towed', 3),
  ] as const;

  const asked = live.reconsider(second, [third], (proposals, { others, left }) => {
    const names = new Map([
      [others, 'others'],
      [left, 'left'],
    ]);
    return proposals.map(({ story }) => [names.get(story.id), ...story.members]);
  });

  expect(asked.sort()).toEqual([
    ['left', first],
    ['others', third],
  ]);
  expect(live.get('s1')?.members).toEqual([first, second, third]);
  expect([first, second, third].map(live.storyOf)).toEqual(['s1', 's1', 's1']);
});

test('a story whose articles have all moved is gone', () => {
  const lexicon = createLexicon();
  const live = createLiveStories<string>(lexicon);
  const slot = live.put(toProfile({ title: 'Ferry runs aground', text: '', lang: 'en', time: 1 }, lexicon), 'one');

  live.move(slot, 'other');

  expect([live.get('one'), live.get('other')?.members, live.storyOf(slot)]).toEqual([undefined, [slot], 'other']);
});
