// Reads the fields of a JSON line; a wrong one throws a sentence that says which and what was wanted.

type Line = Readonly<Record<string, unknown>>;

/** An id is a string or a number; without one the line could not be told from the others. */
export function idOf(line: Line): string | number {
  const { id } = line;
  if (typeof id === 'string' || typeof id === 'number') return id;
  throw new Error('"id" is missing: give a string or a number');
}

export function text(line: Line, name: string): string {
  const value = line[name];
  if (typeof value === 'string') return value;
  throw new Error(`"${name}" is missing: give a string`);
}

export function optionalText(line: Line, name: string): string | undefined {
  const value = line[name];
  if (value === undefined || value === null || typeof value === 'string') return value ?? undefined;
  throw new Error(`"${name}" is not a string`);
}

export function optionalCount(line: Line, name: string): number | undefined {
  const value = line[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value;
  throw new Error(`"${name}" is not a whole number above 0`);
}

/** A list of objects. */
export function list(line: Line, name: string): readonly Line[] {
  const value = line[name];
  if (Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null)) return value as Line[];
  throw new Error(`"${name}" is not a list of objects`);
}

export function object(line: Line, name: string): Line {
  const value = line[name];
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Line;
  throw new Error(`"${name}" is not an object`);
}

/** ISO 8601 or milliseconds; undefined when absent or no date. */
export function optionalTime(line: Line, name: string): number | undefined {
  const value = line[name];
  const time = typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isFinite(time) ? time : undefined;
}
