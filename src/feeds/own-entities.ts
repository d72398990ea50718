// Names that a document gives to words of its own, `<!ENTITY id "tag:example.com,">`: short plain words, and not often.
// Whatever could grow (names in names, markup, files) is left as it is written.

const DOCTYPE = /<!DOCTYPE[^<>[]{0,300}\[([^\]]{0,8000})\]\s*>/i;
const SEARCHED = 10_000;
const ENTITY = /<!ENTITY\s+([\w.-]{1,40})\s+(?:"([^"<&%]{0,200})"|'([^'<&%]{0,200})')\s*>/g;
const MAX_NAMES = 50;
/** In one document. */
const MAX_USES = 1_000;
const REFERENCE = /&([\w.-]{1,40});/g;
const EVERYBODYS = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/** Puts the words in the place of their names; undefined where the document names none. */
export function ownEntities(document: string): ((text: string) => string) | undefined {
  const declared = DOCTYPE.exec(document.slice(0, SEARCHED))?.[1];
  if (!declared?.includes('<!ENTITY')) return undefined;
  const words = new Map<string, string>();
  for (const [, name, double, single] of declared.matchAll(ENTITY)) {
    if (words.size < MAX_NAMES && !EVERYBODYS.has(name!) && !words.has(name!)) words.set(name!, double ?? single ?? '');
  }
  let uses = 0;
  return (text) =>
    text.replace(REFERENCE, (written, name: string) => {
      const word = words.get(name);
      if (word === undefined || uses >= MAX_USES) return written;
      uses += 1;
      return word;
    });
}
