import { createGrouper } from '../../src/stories/grouper.ts';
import type { JoinModel } from '../../src/stories/join-model.ts';
import type { NewsLine } from './clustering-data.ts';

/** Labels of a replay with the model; merged stories carry one label. */
export function replay(lines: readonly NewsLine[], model?: JoinModel): Map<string, string> {
  const grouper = createGrouper<string, string>(model === undefined ? {} : { model });
  const heirs = new Map<string, string>();
  const placed: [string, string][] = [];
  for (const line of lines) {
    const { story, merged } = grouper.place({ ...line, time: Date.parse(line.published_at) }, () => line.id);
    placed.push([line.id, story]);
    for (const alias of merged) heirs.set(alias, story);
  }
  const resolve = (story: string): string => (heirs.has(story) ? resolve(heirs.get(story)!) : story);
  return new Map(placed.map(([id, story]) => [id, resolve(story)]));
}
