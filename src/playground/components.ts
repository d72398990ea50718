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
export function numberComponents(components: readonly Component[]): void {
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
