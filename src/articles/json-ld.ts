// What a page says of itself in JSON-LD (schema.org), however nested, doubled or broken.

export interface LinkedArticle {
  readonly type: string;
  readonly headline: string | undefined;
  /** Persons, and names without a type. */
  readonly authors: readonly string[];
  readonly organization: string | undefined;
  readonly published: string | undefined;
  readonly modified: string | undefined;
  readonly image: string | undefined;
  readonly section: string | undefined;
  readonly body: string | undefined;
  readonly publisher: string | undefined;
  readonly lang: string | undefined;
  readonly isFree: boolean | undefined;
}

type Json = Record<string, unknown>;

const ARTICLE_TYPES = /(?:Article|BlogPosting|LiveBlogPosting|Report|Review|Recipe|Posting)$/;
const PAGE_TYPES =
  /^(?:WebPage|ItemPage|CollectionPage|SearchResultsPage|ItemList|VideoObject|ImageGallery|Product|MedicalWebPage|Event|PodcastEpisode|HowTo|QAPage)$/;
/** Their facts come last: an article may hold a list. */
const LIST_TYPES = /^(?:CollectionPage|SearchResultsPage|ItemList)$/;
const MAX_NODES = 5000;

/** The article first, then pages and other things that carry its facts. */
export function readJsonLd(scripts: readonly string[]): LinkedArticle[] {
  const nodes: Json[] = [];
  for (const script of scripts) collectNodes(parseLoosely(script), nodes, 0);
  const byId = new Map(
    nodes.filter((node) => typeof node['@id'] === 'string').map((node) => [node['@id'] as string, node]),
  );
  const found = nodes.filter((node) => ARTICLE_TYPES.test(typeOf(node)) || PAGE_TYPES.test(typeOf(node)));
  const rank = (node: Json) => (ARTICLE_TYPES.test(typeOf(node)) ? 0 : LIST_TYPES.test(typeOf(node)) ? 2 : 1);
  return found.sort((a, b) => rank(a) - rank(b)).map((node) => toArticle(node, byId));
}

function parseLoosely(script: string): unknown {
  const text = script
    .replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\]\]>)\s*$/g, '')
    .trim();
  for (const attempt of [
    text,
    text
      .replace(/[\n\r\t]+/g, ' ')
      .replace(/,\s*([}\]])/g, '$1')
      .replace(/;\s*$/, ''),
  ]) {
    try {
      return JSON.parse(attempt) as unknown;
    } catch {
      // Raw line breaks in strings and trailing commas are common: try once more without.
    }
  }
  return undefined;
}

function collectNodes(value: unknown, nodes: Json[], depth: number): void {
  if (depth > 8 || nodes.length > MAX_NODES || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) collectNodes(item, nodes, depth + 1);
    return;
  }
  const node = value as Json;
  if (node['@type'] !== undefined) nodes.push(node);
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemReviewed', 'subjectOf', 'author'])
    collectNodes(node[key], nodes, depth + 1);
}

function typeOf(node: Json): string {
  const type = node['@type'];
  const names = (Array.isArray(type) ? type : [type]).filter((name): name is string => typeof name === 'string');
  return (names.find((name) => ARTICLE_TYPES.test(name)) ?? names[0] ?? '').replace(/^https?:\/\/schema\.org\//, '');
}

function toArticle(node: Json, byId: ReadonlyMap<string, Json>): LinkedArticle {
  return {
    type: typeOf(node),
    headline: textOf(node.headline) ?? textOf(node.name),
    authors: namesOf(node.author ?? node.creator, byId, isPerson),
    organization: namesOf(node.author ?? node.creator, byId)[0],
    published: textOf(node.datePublished) ?? textOf(node.dateCreated) ?? textOf(node.uploadDate),
    modified: textOf(node.dateModified),
    image: urlOf(node.image) ?? urlOf(node.thumbnailUrl),
    section: textOf(node.articleSection),
    body: textOf(node.articleBody),
    publisher: namesOf(node.publisher, byId)[0],
    lang: textOf(node.inLanguage),
    isFree: readBoolean(node.isAccessibleForFree),
  };
}

/** Lists in lists, values in values: nobody writes more of them than a few. */
const MAX_DEPTH = 8;

function textOf(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return undefined;
  if (Array.isArray(value)) return textOf(value[0], depth + 1);
  return textOf((value as Json)['@value'] ?? (value as Json).name, depth + 1);
}

function urlOf(value: unknown, depth = 0): string | undefined {
  if (depth > MAX_DEPTH) return undefined;
  if (Array.isArray(value)) return urlOf(value[0], depth + 1);
  if (typeof value === 'object' && value !== null) return textOf((value as Json).url ?? (value as Json).contentUrl);
  return textOf(value);
}

function namesOf(
  value: unknown,
  byId: ReadonlyMap<string, Json>,
  accepts: (node: Json) => boolean = () => true,
  depth = 0,
): string[] {
  if (depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((item) => namesOf(item, byId, accepts, depth + 1));
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (typeof value !== 'object' || value === null) return [];
  const node = { ...byId.get(String((value as Json)['@id'])), ...(value as Json) };
  const name = textOf(node.name);
  return name === undefined || !accepts(node) ? [] : [name];
}

function isPerson(node: Json): boolean {
  return !/Organization|Corporation|WebSite/.test(String(node['@type']));
}

function readBoolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string')
    return /^(?:true|1|yes)$/i.test(value) ? true : /^(?:false|0|no)$/i.test(value) ? false : undefined;
  return undefined;
}
