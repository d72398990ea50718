// Discord's Markdown to HTML: everything is escaped first, then only the forms below become markup.
import { channelName, roleName, userName } from './api.js';
import { relativeTime, shownTime } from './time.js';

export function escapeHtml(text) {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** What is finished is put aside under a private character, so that later rules cannot touch it. */
function createShelf() {
  const kept = [];
  return {
    keep(html) {
      kept.push(html);
      return `\uE000${kept.length - 1}\uE001`;
    },
    restore(text) {
      const pattern = /\uE000(\d+)\uE001/g;
      let restored = text;
      while (pattern.test(restored)) restored = restored.replace(pattern, (_, index) => kept[index]);
      return restored;
    },
  };
}

export function markdown(text) {
  const shelf = createShelf();
  const safe = escapeHtml(text.replace(/[\uE000\uE001]/g, ''));
  const withoutCode = safe
    .replace(
      /```(?:[\w+-]*\n)?([\s\S]+?)```/g,
      (_, code) => `\n${shelf.keep(`<pre><code>${code.trim()}</code></pre>`)}\n`,
    )
    .replace(/(`+)(.+?)\1/g, (_, _ticks, code) => shelf.keep(`<code>${code}</code>`));
  return shelf.restore(blocks(inline(withoutCode, shelf)));
}

const LINE_RULES = [
  [/^(#{1,3}) +(.+)$/, (match) => ({ tag: `h${match[1].length}`, html: match[2] })],
  [/^-# +(.+)$/, (match) => ({ tag: 'small', html: match[1] })],
  [/^&gt; ?(.*)$/, (match) => ({ tag: 'blockquote', html: match[1] || '<br>' })],
  [/^( *)[-*] +(.+)$/, (match) => ({ tag: 'ul', depth: match[1].length > 1 ? 1 : 0, html: match[2] })],
  [
    /^( *)(\d+)\. +(.+)$/,
    (match) => ({ tag: 'ol', start: match[2], depth: match[1].length > 1 ? 1 : 0, html: match[3] }),
  ],
];

function lineOf(line) {
  for (const [pattern, make] of LINE_RULES) {
    const match = pattern.exec(line);
    if (match) return make(match);
  }
  return { tag: 'text', html: line };
}

/** Neighbouring lines of one kind become one block. */
function blocks(text) {
  const groups = [];
  const rest = text.split('\n').map(lineOf);
  const whole = rest.findIndex((line) => line.tag === 'blockquote' && line.html.startsWith('&gt;&gt; '));
  const lines = whole < 0 ? rest : [...rest.slice(0, whole), ...quoteRest(rest.slice(whole))];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last && last[0].tag === line.tag && !/^h|small/.test(line.tag)) last.push(line);
    else groups.push([line]);
  }
  return groups.map(groupHtml).join('');
}

/** `>>>` quotes everything that follows. */
function quoteRest(lines) {
  return lines.map((line, index) => ({ tag: 'blockquote', html: index === 0 ? line.html.slice(9) : line.html }));
}

function groupHtml(group) {
  const [{ tag, start }] = group;
  if (tag === 'text') return `<span class="text">${trimBlank(group.map((line) => line.html)).join('\n')}</span>`;
  if (tag === 'blockquote') return `<blockquote>${group.map((line) => line.html).join('\n')}</blockquote>`;
  if (tag === 'small') return `<small class="subtext">${group[0].html}</small>`;
  if (tag.startsWith('h')) return `<${tag}>${group[0].html}</${tag}>`;
  const items = group.map((line) => `<li${line.depth ? ' class="deep"' : ''}>${line.html}</li>`).join('');
  return `<${tag}${start ? ` start="${start}"` : ''}>${items}</${tag}>`;
}

/** Between blocks the margin is enough; inside text an empty line stays. */
function trimBlank(lines) {
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0) return [''];
  return lines.slice(first, lines.findLastIndex((line) => line.trim() !== '') + 1);
}

function inline(text, shelf) {
  const { keep } = shelf;
  const format = (inner) => emphasis(inner);
  return emphasis(
    text
      .replace(/\\([!-/:-@[-`{-~])/g, (_, character) => keep(character))
      .replace(/\\(&(?:amp|lt|gt|quot|#39);)/g, (_, character) => keep(character))
      .replace(
        /\[((?:\[[^[\]\n]*\]|[^[\]\n])+)\]\((?:&lt;)?(https?:\/\/[^\s)]+?)(?:&gt;)?(?: &quot;(.*?)&quot;)?\)/g,
        (_, label, url) => keep(link(url, format(label))),
      )
      .replace(/&lt;(https?:\/\/\S+?)&gt;/g, (_, url) => keep(link(url, url)))
      .replace(/&lt;t:(-?\d{1,13})(?::([tTdDfFR]))?&gt;/g, (_, seconds, style) =>
        keep(timestamp(Number(seconds), style ?? 'f')),
      )
      .replace(/&lt;\/([^:\n]+?):(\d+)&gt;/g, (_, name) =>
        keep(`<button class="mention command" data-command="${name}">/${name}</button>`),
      )
      .replace(/&lt;@!?(\d+)&gt;/g, (_, id) => keep(`<span class="mention">@${escapeHtml(userName(id))}</span>`))
      .replace(/&lt;@&amp;(\d+)&gt;/g, (_, id) => keep(`<span class="mention">@${escapeHtml(roleName(id))}</span>`))
      .replace(/&lt;#(\d+)&gt;/g, (_, id) =>
        keep(`<button class="mention" data-channel="${id}">#${escapeHtml(channelName(id))}</button>`),
      )
      .replace(/&lt;a?:(\w+):\d+&gt;/g, ':$1:')
      .replace(/@(everyone|here)\b/g, '<span class="mention">@$1</span>')
      .replace(/https?:\/\/[^\s<>\uE000\uE001]*[^\s<>\uE000\uE001.,:;!?)'"\]]/g, (url) => keep(link(url, url))),
  );
}

function emphasis(text) {
  return text
    .replace(/\|\|([\s\S]+?)\|\|/g, '<span class="spoiler" tabindex="0" role="button" aria-label="Spoiler">$1</span>')
    .replace(/\*\*\*(\S[\s\S]*?)\*\*\*/g, '<strong><em>$1</em></strong>')
    .replace(/\*\*(\S[\s\S]*?)\*\*/g, '<strong>$1</strong>')
    .replace(/__(\S[\s\S]*?)__/g, '<u>$1</u>')
    .replace(/\*(\S(?:[^*\n]*\S)?)\*/g, '<em>$1</em>')
    .replace(/(^|[^\p{L}\p{N}_])_(\S(?:[^_\n]*\S)?)_(?![\p{L}\p{N}_])/gu, '$1<em>$2</em>')
    .replace(/~~(\S[\s\S]*?)~~/g, '<s>$1</s>');
}

/** The real target stands in the title, as a masked link should show it. */
function link(url, label) {
  return `<a href="${url}" title="${url}" target="_blank" rel="noreferrer noopener">${label}</a>`;
}

function timestamp(seconds, style) {
  const shown = style === 'R' ? relativeTime(seconds * 1000) : shownTime(seconds * 1000, style);
  return `<time class="stamp" data-at="${seconds}" data-style="${style}" title="${shownTime(seconds * 1000, 'F')}">${shown}</time>`;
}
