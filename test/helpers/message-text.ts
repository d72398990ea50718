// Everything that a person can read in a message, its links included.

/** Text of contents, embeds, components, labels and URLs, in order, one a line. */
export function textOf(message: unknown): string {
  const found: string[] = [];
  collect(message, found);
  return found.join('\n');
}

const READABLE = new Set(['content', 'title', 'description', 'label', 'placeholder', 'url', 'name', 'value']);

function collect(part: unknown, found: string[]): void {
  if (Array.isArray(part)) for (const one of part) collect(one, found);
  else if (typeof part === 'object' && part !== null) {
    for (const [key, value] of Object.entries(part)) {
      if (typeof value === 'string' && READABLE.has(key)) found.push(value);
      else collect(value, found);
    }
  }
}
