// The button Timeline: what each step of a story brought, and what only one source says.

import type { Problem } from '../errors.ts';
import type { Scope } from '../scope.ts';
import type { Store } from '../store/contract.ts';
import { findStory } from '../stories/find-story.ts';
import type { Story } from '../stories/story.ts';
import type { TimelineAnswer } from './answer.ts';
import { citeArticles, toSummaryDoc } from './cite-articles.ts';
import type { Study, StudyTask } from './study.ts';

/** A long story is read from its beginning, a part of it at its end. */
const MOST_DOCS = 24;
const MOST_UNIQUE = 3;

export interface AnswerTimelineDeps {
  readonly store: Pick<Store, 'articles' | 'stories'>;
  readonly study: (task: StudyTask) => Promise<Study>;
}

/** `of`: the ref of a stored story. */
export async function answerTimeline(
  { scope, of }: { readonly scope: Scope; readonly of: string },
  { store, study }: AnswerTimelineDeps,
): Promise<TimelineAnswer | Problem> {
  const story = await findStory(scope, of, store);
  if (story === undefined) return { problem: 'expired' };
  const { docs, lang } = toRead(story);
  const { timeline, unique } = await study({ docs, lang });
  const told = new Set(timeline.map(({ sentence }) => sentence.text));
  const only = unique.filter(({ sentence }) => !told.has(sentence.text)).slice(0, MOST_UNIQUE);
  const sentences = [...timeline, ...only].map(({ sentence }) => sentence);
  const byId = new Map(story.articles.map((article) => [article.id as number | string, article]));
  const cited = citeArticles(sentences, byId);
  return {
    kind: 'timeline',
    ref: `s${story.id}`,
    title: story.headline,
    url: story.articles[0]?.url,
    entries: timeline.map(({ at, sentence }, i) => ({
      at,
      source: byId.get(sentence.cites[0]?.doc ?? '')?.source ?? '',
      sentence: cited.sentences[i]!,
    })),
    only: only.map(({ source }, i) => ({ source, sentence: cited.sentences[timeline.length + i]! })),
  };
}

/** A story may be told in several languages, a timeline is read in one: that of its headline. */
function toRead({ articles }: Story): StudyTask {
  const lang = articles[0]?.lang;
  const own = articles.filter(
    (article) => article.copyOf === undefined && article.text !== '' && article.lang === lang,
  );
  const docs = own.map(toSummaryDoc).sort((a, b) => a.publishedAt - b.publishedAt);
  const some = docs.length <= MOST_DOCS ? docs : [...docs.slice(0, MOST_DOCS / 2), ...docs.slice(-MOST_DOCS / 2)];
  return { docs: some, lang };
}
