// One walk over the tree that gathers what metadata is read from: meta tags, links, times, headings, bylines.

import { namesOf } from './page-noise.ts';
import { type PageNode, textOf } from './page-tree.ts';

export interface PageFacts {
  /** Lower-case name, property or itemprop → first content. */
  readonly meta: ReadonlyMap<string, string>;
  readonly links: readonly {
    readonly rel: string;
    readonly href: string;
    readonly type: string;
    readonly title: string;
  }[];
  /** As meta, for keys that name authors: every value. */
  readonly authors: ReadonlyMap<string, readonly string[]>;
  readonly docTitle: string | undefined;
  readonly lang: string | undefined;
  readonly hasPaywallBox: boolean;
  readonly headings: readonly PageNode[];
  readonly times: readonly PageNode[];
  readonly bylines: readonly PageNode[];
  readonly dates: readonly PageNode[];
  readonly base: string | undefined;
}

const BYLINE_NAMES =
  /[ _-](byline|by-line|author|authors|author-name|authorname|writer|autor|auteur|redakteur|reporter|contributor|p-author|vcard)(?=[ _-])/;
const DATE_NAMES =
  /[ _-](date|dates|datetime|published|pubdate|pub-date|publish-date|timestamp|datum|fecha|posted-on|entry-date|post-date|article-date|dateline|updated|post-meta|entry-meta|article-meta|meta-date|time)(?=[ _-])/;

const PAYWALL_NAMES =
  /[ _-](?:paywall|regwall|subscriber-only|subscribers-only|premium-gate|piano-paywall|metered-wall)(?=[ _-])/;

const MAX_OF_A_KIND = 60;

class FactCollector {
  readonly meta = new Map<string, string>();
  readonly authors = new Map<string, string[]>();
  readonly links: { rel: string; href: string; type: string; title: string }[] = [];
  readonly headings: PageNode[] = [];
  readonly times: PageNode[] = [];
  readonly bylines: PageNode[] = [];
  readonly dates: PageNode[] = [];
  docTitle: string | undefined;
  lang: string | undefined;
  base: string | undefined;
  hasPaywallBox = false;

  visit(node: PageNode): void {
    const { tag, attrs } = node;
    if (tag === 'meta') this.addMeta(attrs);
    else if (tag === 'link') this.addLink(attrs);
    else if (tag === 'title') this.docTitle ??= textOf(node) || undefined;
    else if (tag === 'base') this.base ??= attrs.href;
    else if (tag === 'html') this.addHtml(attrs);
    else this.addShown(node);
    for (const child of node.children) if (typeof child !== 'string') this.visit(child);
  }

  private addShown(node: PageNode): void {
    if (node.tag === 'h1' && this.headings.length < MAX_OF_A_KIND) this.headings.push(node);
    if (node.tag === 'time' && this.times.length < MAX_OF_A_KIND) this.times.push(node);
    if (node.attrs.itemprop !== undefined) this.addItemprop(node);
    this.addByNames(node);
  }

  private addMeta(attrs: PageNode['attrs']): void {
    const key = (attrs.property ?? attrs.name ?? attrs.itemprop ?? attrs['http-equiv'])?.toLowerCase().trim();
    const content = attrs.content?.trim();
    if (!key || !content) return;
    if (!this.meta.has(key)) this.meta.set(key, content);
    if (/author|creator|^byl$|data1/.test(key))
      this.authors.set(key, [...(this.authors.get(key) ?? []), content].slice(0, 20));
  }

  private addLink(attrs: PageNode['attrs']): void {
    if (attrs.rel === undefined || !attrs.href || this.links.length > 500) return;
    this.links.push({
      rel: attrs.rel.toLowerCase(),
      href: attrs.href,
      type: attrs.type ?? '',
      title: attrs.title ?? '',
    });
  }

  private addHtml(attrs: PageNode['attrs']): void {
    this.lang ??= attrs.lang ?? attrs['xml:lang'];
  }

  private addItemprop({ attrs, tag, ...node }: PageNode): void {
    if (tag === 'meta' || !/^(?:datePublished|dateModified|headline|articleSection)$/.test(attrs.itemprop!)) return;
    const key = attrs.itemprop!.toLowerCase();
    const value = attrs.content ?? attrs.datetime ?? textOf({ attrs, tag, ...node });
    if (value && !this.meta.has(key)) this.meta.set(key, value);
  }

  private addByNames(node: PageNode): void {
    const { attrs } = node;
    const names = namesOf(node);
    this.hasPaywallBox ||= node.tag !== 'body' && PAYWALL_NAMES.test(names);
    const isByline = attrs.rel === 'author' || /\bauthor\b/.test(attrs.itemprop ?? '') || BYLINE_NAMES.test(names);
    if (isByline && this.bylines.length < MAX_OF_A_KIND) this.bylines.push(node);
    else if (DATE_NAMES.test(names) && this.dates.length < MAX_OF_A_KIND) this.dates.push(node);
  }
}

export function collectFacts(root: PageNode): PageFacts {
  const facts = new FactCollector();
  facts.visit(root);
  return facts;
}
