// The shipped sample newsroom and starter packs, read as the bot would read them.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../src/text/detect.ts';
import { splitSentences } from '../../src/text/sentences.ts';

const sample = new URL('../../data/sample/', import.meta.url);
const starter = new URL('../../data/starter/', import.meta.url);

function read(folder: URL, file: string): string {
  return readFileSync(new URL(file, folder), 'utf8');
}

const outlets = readdirSync(sample, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

describe.each(outlets)('sample outlet %s', (outlet) => {
  const folder = new URL(`${outlet}/`, sample);
  const { lang } = JSON.parse(read(folder, 'outlet.json')) as { lang: string };
  const articles = readdirSync(folder).filter((file) => file.endsWith('.md'));

  test.each(articles)('%s is in the outlet’s language and made of whole sentences', (file) => {
    const [, front = '', text = ''] = read(folder, file).split(/^---$/m);
    const title = /^title: (.*)$/m.exec(front)?.[1] ?? '';
    const sentences = splitSentences(text, lang).map((s) => text.slice(s.start, s.end));
    const odd = sentences.filter((s) => s.length < 8 || s.length > 420);

    expect([detectLanguage(title), detectLanguage(text)]).toEqual([lang, lang]);
    expect(odd.filter((s) => !s.startsWith('<!--'))).toEqual([]);
    expect(sentences.length).toBeGreaterThan(3);
  });
});

describe('starter packs', () => {
  test.each(readdirSync(starter).filter((file) => file.endsWith('.json')))('%s', (file) => {
    const pack = JSON.parse(read(starter, file));
    const urls = pack.feeds.map((feed: { url: string }) => feed.url);

    expect(`${pack.id}.json`).toBe(file);
    expect(Object.keys(pack.description)).toEqual(['en', 'de', 'fr', 'es', 'pt-BR', 'ru', 'vi', 'ja']);
    expect(pack.topics.length).toBeGreaterThan(0);
    expect(new Set(urls).size).toBe(urls.length);
    for (const url of urls) expect(new URL(url).protocol).toBe('https:');
  });
});
