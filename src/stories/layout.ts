// Lays the terms of an article, or of a story's core, out on a table by their numbers, to hold cores against.

import { IN_TITLE, type Profile } from './profile.ts';
import { type Core, foreground, type Layout } from './story-core.ts';

export interface Table {
  /** What was laid out before is cleared. `alive`: how many of the articles alive are its own story's. */
  article(profile: Profile, idf: (id: number) => number, alive: number): Layout;
  story(core: Core, idf: (id: number) => number): Layout;
}

export function createTable(): Table {
  let weights = new Float32Array(1 << 14);
  let used: Int32Array = new Int32Array(0);
  const reset = (ids: Int32Array): void => {
    for (const id of used) weights[id] = 0;
    let last = 0;
    for (const id of ids) if (id > last) last = id;
    if (last >= weights.length) weights = new Float32Array(last * 2);
    used = ids;
  };
  return {
    article({ ids, marks }, idf, alive) {
      reset(ids);
      let [square, mass, titleMass] = [0, 0, 0];
      for (let i = 0; i < ids.length; i++) {
        const weight = foreground(marks[i]!);
        if (weight === 0) continue;
        const rarity = idf(ids[i]!);
        weights[ids[i]!] = weight;
        square += (weight * rarity) ** 2;
        mass += weight * rarity * rarity;
        if (marks[i]! & IN_TITLE) titleMass += rarity;
      }
      return { weights, norm: Math.sqrt(square), mass, titleMass, size: 1 + alive };
    },
    story(core, idf) {
      reset(core.ids);
      let [square, mass, titleMass] = [0, 0, 0];
      for (let i = 0; i < core.ids.length; i++) {
        const rarity = idf(core.ids[i]!);
        const weight = core.weights[i]!;
        weights[core.ids[i]!] = weight;
        square += (weight * rarity) ** 2;
        mass += weight * rarity * rarity;
        titleMass += rarity * weight;
      }
      return { weights, norm: Math.sqrt(square), mass, titleMass, size: core.size };
    },
  };
}
