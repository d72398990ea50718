import { expect, test } from 'vitest';
import { guildScope } from '../../src/scope.ts';
import { answerTimeline } from '../../src/summaries/answer-timeline.ts';
import { type StudyTask, studyDocs } from '../../src/summaries/study.ts';
import { draft, NOON, RACOONS, TANUKI } from '../helpers/factories.ts';
import { freshStore } from '../helpers/fresh-store.ts';
import { addArticle, addSource } from '../store/contract.ts';

const HOUR = 3_600_000;
const STEPS = [
  'The ferry Solveig ran aground off Skerry Point on Monday evening with 212 passengers on board.',
  'Two tugs pulled the ferry Solveig free at dawn and towed her into the harbour of Nordhafen.',
  'Investigators found a broken steering cable and took the logbook of the captain with them.',
];

async function town() {
  const store = await freshStore();
  const { feedId } = await addSource(store, TANUKI);
  await addSource(store, RACOONS, 'https://racoons.example/feed');
  const tasks: StudyTask[] = [];
  const deps = {
    store,
    study: async (task: StudyTask) => {
      tasks.push(task);
      return studyDocs(task);
    },
  };
  const add = (n: number, change: object = {}) =>
    addArticle(store, [feedId], {
      source: `Source ${n}`,
      draft: draft({
        title: `Step ${n}`,
        text: STEPS[n % 3] as string,
        url: `https://news.example/${n}`,
        publishedAt: NOON - (50 - n) * HOUR,
        ...change,
      }),
    });
  return { store, deps, tasks, add };
}

test('the steps stand oldest first, each with its time, its source and a link to its sentence', async () => {
  const { store, deps, add } = await town();
  const first = await add(0);
  for (const n of [2, 1]) await store.stories.merge((await add(n)).storyId, first.storyId);

  const answer = await answerTimeline({ scope: guildScope(TANUKI), of: `s${first.storyId}` }, deps);

  if ('problem' in answer) throw new Error(answer.problem);
  expect(answer.entries.map(({ at, source }) => [at, source])).toEqual([
    [NOON - 50 * HOUR, 'Source 0'],
    [NOON - 49 * HOUR, 'Source 1'],
    [NOON - 48 * HOUR, 'Source 2'],
  ]);
  expect(answer.entries[0]?.sentence.text).toBe(STEPS[0]);
  expect(answer.entries[0]?.sentence.cites[0]?.url).toContain('https://news.example/0#:~:text=');
});

test('another server’s story, an unknown one and what is no story are gone', async () => {
  const { deps, add } = await town();
  const { storyId } = await add(0);

  for (const [scope, of] of [
    [guildScope(RACOONS), `s${storyId}`],
    [guildScope(TANUKI), 's999'],
    [guildScope(TANUKI), 'a1'],
    [guildScope(TANUKI), ''],
  ] as const) {
    expect(await answerTimeline({ scope, of }, deps)).toEqual({ problem: 'expired' });
  }
});

test('a very long story is read at its beginning and its end, in the language of its headline', async () => {
  const { store, deps, tasks, add } = await town();
  const first = await add(0);
  for (let n = 1; n < 40; n += 1) await store.stories.merge((await add(n)).storyId, first.storyId);
  await store.stories.merge((await add(41, { lang: 'de' })).storyId, first.storyId);

  await answerTimeline({ scope: guildScope(TANUKI), of: `s${first.storyId}` }, deps);

  const times = tasks[0]!.docs.map(({ publishedAt }) => publishedAt as number);
  expect(times).toHaveLength(24);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect([times[0], times.at(-1)]).toEqual([NOON - 50 * HOUR, NOON - 11 * HOUR]);
});
