// What goes into the database as text: PostgreSQL refuses U+0000, and neither engine keeps lone surrogates as they are.

export function cleanText(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return whole.includes('\0') ? whole.replaceAll('\0', '') : whole;
}

/** JSON of a value with every string in it clean (stringify would escape what cleanText removes, and parse would bring it back). */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? cleanText(part) : part));
}
