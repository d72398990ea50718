// Reads the sample newsroom's folder: outlets and their articles.
import { readdir, readFile } from 'node:fs/promises';

export interface Outlet {
  readonly slug: string;
  readonly name: string;
  readonly lang: string;
  readonly tagline: string;
  readonly feed: 'rss' | 'atom' | 'json';
  readonly metadata: 'json-ld' | 'opengraph' | 'microdata' | 'none';
  readonly content: 'summary' | 'full' | 'none';
  readonly color: string;
  readonly articles: readonly SampleArticle[];
}

export interface SampleArticle {
  readonly slug: string;
  readonly title: string;
  readonly author: string | undefined;
  readonly section: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly paywall: boolean;
  /** Neither its page nor its feed says when it was written. */
  readonly undated: boolean;
  /** Milliseconds from the newsroom's start; negative before it. */
  readonly publishedAfterMs: number;
  readonly updatedAfterMs: number | undefined;
  /** Markdown; `update` is what comes with the update. */
  readonly text: string;
  readonly update: string;
}

const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const UPDATE_MARK = /\n<!-- *update *-->\n/;

export async function readOutlets(folder: URL): Promise<Outlet[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.sort().map((name) => readOutlet(new URL(`${name}/`, folder), name)));
}

async function readOutlet(folder: URL, slug: string): Promise<Outlet> {
  const settings = JSON.parse(await readFile(new URL('outlet.json', folder), 'utf8')) as Partial<Outlet>;
  const files = (await readdir(folder)).filter((file) => file.endsWith('.md')).sort();
  const articles = await Promise.all(
    files.map(async (file) => readArticle(await readFile(new URL(file, folder), 'utf8'), file.slice(0, -3))),
  );
  return {
    name: slug,
    lang: 'en',
    tagline: '',
    feed: 'rss',
    metadata: 'json-ld',
    content: 'summary',
    color: '#333333',
    ...settings,
    slug,
    articles,
  };
}

/** Throws with the file's name when it does not keep to the format. */
export function readArticle(source: string, slug: string): SampleArticle {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(source);
  if (!match) throw new Error(`${slug}.md has no front matter`);
  const fields = readFields(match[1] ?? '');
  const { title, ago } = fields;
  if (!title || ago === undefined) throw new Error(`${slug}.md needs title and ago`);
  const [text = '', update = ''] = (match[2] ?? '').split(UPDATE_MARK);
  return {
    slug,
    title,
    author: fields.author,
    section: fields.section ?? 'news',
    summary: fields.summary ?? text.trim().split(/\n\s*\n/)[0] ?? '',
    tags: (fields.tags ?? '').split(',').flatMap((tag) => tag.trim() || []),
    paywall: fields.paywall === 'true',
    undated: fields.undated === 'true',
    publishedAfterMs: -readSpan(ago, slug),
    updatedAfterMs: fields.updated === undefined ? undefined : -readSpan(fields.updated, slug),
    text: text.trim(),
    update: update.trim(),
  };
}

function readFields(block: string): Record<string, string | undefined> {
  const lines = block.split(/\r?\n/).flatMap((line) => {
    const colon = line.indexOf(':');
    return colon > 0 ? [[line.slice(0, colon).trim(), unquote(line.slice(colon + 1).trim())] as const] : [];
  });
  return Object.fromEntries(lines);
}

function unquote(value: string): string {
  return /^"(.*)"$/.exec(value)?.[1] ?? value;
}

function readSpan(text: string, slug: string): number {
  const match = /^(-?\d+(?:\.\d+)?)\s*([mhd]?)$/.exec(text);
  if (!match) throw new Error(`${slug}.md: "${text}" is no span such as 26h, 3d, 90m or -2m`);
  return Number(match[1]) * UNITS[(match[2] || 'h') as keyof typeof UNITS];
}
