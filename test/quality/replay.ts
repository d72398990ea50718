import { createGrouper } from '../../src/stories/grouper.ts';
import type { JoinModel } from '../../src/stories/join-model.ts';
import type { NewsLine } from './clustering-data.ts';

/** Labels of a replay with the model, or with each line's own; merged stories carry one label. */
export function replay(
  lines: readonly NewsLine[],
  model?: JoinModel | ((line: NewsLine) => JoinModel),
): Map<string, string> {
  // The grouper holds one model; what it says is changed before each line.
  const current = typeof model === 'function' ? { ...model(lines[0]!) } : model;
  const grouper = createGrouper<string, string>(current === undefined ? {} : { model: current });
  const heirs = new Map<string, string>();
  const placed = new Map<string, string>();
  for (const line of lines) {
    if (typeof model === 'function') Object.assign(current!, model(line));
    const article = { ...line, time: Date.parse(line.published_at) };
    const { story, merged, parted } = grouper.place(article, () => line.id);
    placed.set(line.id, story);
    for (const one of parted?.articles ?? []) placed.set(one, parted!.story);
    for (const alias of merged) heirs.set(alias, story);
  }
  const resolve = (story: string): string => (heirs.has(story) ? resolve(heirs.get(story)!) : story);
  return new Map([...placed].map(([id, story]) => [id, resolve(story)]));
}
