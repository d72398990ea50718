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
