// An App that answers what a test says; anything else that is called fails the test by name.

import type { App } from '../../src/app.ts';

type Groups = 'sources' | 'topics' | 'stories' | 'digests' | 'complete';
type Answers = { [K in Groups]?: Partial<App[K]> } & Partial<Omit<App, Groups>>;

export function fakeApp(answers: Answers = {}): App {
  return group(answers, 'app') as App;
}

function group(answers: object, path: string): object {
  return new Proxy(answers, {
    get(target, name) {
      const value = Reflect.get(target, name);
      // Every managing command is answered in the language of its server.
      if (name === 'settings' && value === undefined) return async () => ({ timezone: 'UTC', language: undefined });
      if (typeof value === 'function') return value;
      if (['sources', 'topics', 'stories', 'digests', 'complete'].includes(String(name)) && path === 'app') {
        return group(value ?? {}, `${path}.${String(name)}`);
      }
      return () => {
        throw new Error(`${path}.${String(name)} was not expected to be called`);
      };
    },
  });
}
