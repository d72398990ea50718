// While `source:`, `lang:` or `since:` of a query is being typed: what may stand after it.

import type { Choice } from '../app.ts';
import type { Scope } from '../scope.ts';
import type { Store } from '../store/contract.ts';
import { fold } from '../text/fold.ts';
import { namesOf, ownNameOf } from '../text/read-language.ts';

/** What stands before the value, and the value: up to its end, or to the next blank where no quote was opened. */
const FIELD = /^(.*(?:^|[\s(（|\-−–]))(source|lang|since)[:：] ?(?:["“]([^"“”]*)|([^\s"“”()（）|]*))$/isu;
const SPANS = ['24h', '3d', '7d', '30d'];

interface Value {
  readonly value: string;
  /** What else it is called by. */
  readonly name?: string | undefined;
  /** What else it may be typed as. */
  readonly names?: readonly string[];
}

/** undefined: no field is being typed. */
export async function completeFields(
  scope: Scope,
  typed: string,
  store: Pick<Store, 'sources' | 'search'>,
): Promise<readonly Choice[] | undefined> {
  const [, head = '', field = '', quoted, plain = ''] = FIELD.exec(typed) ?? [];
  if (field === '') return undefined;
  const key = field.toLowerCase();
  const wanted = fold((quoted ?? plain).trim());
  const fitting = (await valuesOf(key, scope, store)).filter(({ value, names = [] }) =>
    [fold(value), ...names].some((one) => one.includes(wanted)),
  );
  return fitting.map(({ value, name }) => {
    const line = `${head}${key}:${/[\s()|]/u.test(value) ? `"${value}"` : value}`;
    return { name: name === undefined ? line : `${line} · ${name}`, value: line };
  });
}

async function valuesOf(key: string, scope: Scope, store: Pick<Store, 'sources' | 'search'>): Promise<Value[]> {
  if (key === 'since') return SPANS.map((value) => ({ value }));
  if (key === 'lang') return (await store.search.languages(scope)).map(asLanguage);
  const lists = await Promise.all(scope.owners.map(async (owner) => store.sources.list(owner)));
  const names = lists.flat().map(({ name }) => name.replaceAll('"', ' ').trim());
  return [...new Set(names)].sort((a, b) => a.localeCompare(b)).map((value) => ({ value }));
}

/** Shown as its own speakers call it. Codes come from feeds: what is none has no name. */
function asLanguage(value: string): Value {
  if (!/^[a-z]{2,3}$/.test(value)) return { value };
  return { value, name: ownNameOf(value), names: namesOf(value) };
}
