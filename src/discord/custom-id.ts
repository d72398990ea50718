// What a button remembers: a verb and its arguments, in Discord's 100 characters, so that buttons outlive a restart.

const MAX = 100;

/** The last argument may hold anything (words that a person typed); the others no colon. Throws where it does not fit: the callers bound what they pass. */
export function customId(verb: string, ...args: readonly (string | number)[]): string {
  const id = [verb, ...args].join(':');
  if (id.length > MAX) throw new Error(`custom_id of ${verb} is ${id.length} characters long`);
  return id;
}

export function verbOf(id: string): string {
  return id.split(':', 1)[0] as string;
}

/** The `count` arguments of an id; what is missing is the empty string. */
export function argsOf(id: string, count: number): string[] {
  const parts = id.split(':').slice(1);
  const head = parts.slice(0, count - 1);
  return Array.from({ length: count }, (_, i) => (i < count - 1 ? (head[i] ?? '') : parts.slice(count - 1).join(':')));
}
