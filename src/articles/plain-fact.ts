const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: '’',
  nbsp: ' ',
  lt: '<',
  gt: '>',
  rsquo: '’',
  lsquo: '‘',
  ndash: '–',
  mdash: '—',
};

const MAX_CHARS = 5_000;

/** A fact from a page's head as plain text: markup out, entities that were escaped twice resolved, spaces single. */
export function cleanFact(text: string | undefined): string | undefined {
  const plain = text
    ?.slice(0, MAX_CHARS)
    .replace(/<[^>]{0,300}>/g, '')
    .replace(
      /&(?:#(\d{2,5})|#x([\da-f]{2,5})|([a-z]{2,6}));/gi,
      (whole, decimal?: string, hex?: string, name?: string) => {
        if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
        return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal));
      },
    )
    .replace(/\s+/g, ' ')
    .trim();
  return plain === '' ? undefined : plain;
}
