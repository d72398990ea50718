// Walks the tree of a message's components.
import type { Component, MediaItem } from './records.ts';
import { COMPONENT } from './records.ts';

/** The components directly inside one. */
export function children(component: Component): Component[] {
  return [
    ...(Array.isArray(component.components) ? component.components : []),
    ...(component.accessory ? [component.accessory] : []),
    ...(component.component ? [component.component] : []),
  ];
}

/** All of them, outer before inner. */
export function allComponents(components: readonly Component[]): Component[] {
  return components.flatMap((component) => [component, ...allComponents(children(component))]);
}

export function componentNamed(components: readonly Component[], customId: string): Component | undefined {
  return allComponents(components).find((component) => component.custom_id === customId);
}

export function isSelect(component: Component): boolean {
  return component.type === COMPONENT.stringSelect || (component.type >= 5 && component.type <= 8);
}

/** The text a person reads in text displays, in order. */
export function componentText(components: readonly Component[]): string {
  return allComponents(components)
    .filter((component) => component.type === COMPONENT.text)
    .map((component) => component.content ?? '')
    .join('\n');
}

/** The media items a component holds itself. */
export function mediaOf(component: Component): MediaItem[] {
  const gallery = component.type === COMPONENT.gallery ? (component.items ?? []).map((item) => item.media) : [];
  const own = component.type === COMPONENT.thumbnail ? component.media : undefined;
  const file = component.type === COMPONENT.file ? component.file : undefined;
  return [...gallery, ...(own ? [own] : []), ...(file ? [file] : [])];
}

/** Discord gives every component without one an id, counting from 1. */
function numberComponents(components: readonly Component[]): void {
  const all = allComponents(components);
  const taken = new Set(all.flatMap((component) => (component.id ? [component.id] : [])));
  let next = 1;
  for (const component of all) {
    if (component.id) continue;
    while (taken.has(next)) next += 1;
    component.id = next;
    taken.add(next);
  }
}

/** Discord answers with every field of a component that has a default. */
const DEFAULTS: Readonly<Record<number, Partial<Component>>> = {
  [COMPONENT.container]: { accent_color: null, spoiler: false },
  [COMPONENT.thumbnail]: { description: null, spoiler: false },
  [COMPONENT.file]: { name: '', size: 0, spoiler: false },
  [COMPONENT.separator]: { spacing: 1, divider: true },
  ...Object.fromEntries([3, 5, 6, 7, 8].map((type) => [type, { min_values: 1, max_values: 1 }])),
};

export function completeComponents(components: readonly Component[], makeId: () => string): void {
  numberComponents(components);
  for (const component of allComponents(components)) {
    Object.assign(component, { ...DEFAULTS[component.type], ...component });
    for (const item of component.items ?? []) Object.assign(item, { description: null, spoiler: false, ...item });
    for (const media of mediaOf(component)) Object.assign(media, { id: makeId(), proxy_url: media.url, ...media });
  }
}
