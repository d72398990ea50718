// Small tools for writing HTML and XML by hand: escaping, and the Markdown of the sample articles.

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Blocks are told apart by blank lines; escaped before anything else. */
export function markdownToHtml(markdown: string): string {
  return blocksOf(markdown)
    .map((block) => blockToHtml(escapeHtml(block)))
    .join('\n');
}

export function blocksOf(markdown: string): string[] {
  return markdown.split(/\n\s*\n/).flatMap((block) => block.trim() || []);
}

function blockToHtml(block: string): string {
  const lines = block.split('\n');
  const heading = /^(#{2,4}) +(.+)$/.exec(block);
  if (heading) return `<h${heading[1]?.length}>${inline(heading[2] ?? '')}</h${heading[1]?.length}>`;
  if (lines.every((line) => line.startsWith('- '))) {
    return `<ul>${lines.map((line) => `<li>${inline(line.slice(2))}</li>`).join('')}</ul>`;
  }
  if (lines.every((line) => line.startsWith('&gt;'))) {
    return `<blockquote><p>${inline(lines.map((line) => line.replace(/^&gt; ?/, '')).join(' '))}</p></blockquote>`;
  }
  return `<p>${inline(lines.join(' '))}</p>`;
}

function inline(escaped: string): string {
  return escaped
    .replace(/\[([^\]]+)\]\(((?:https?:\/\/|\/)[^)\s]*)\)/g, '<a href="$2">$1</a>')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/\*([^*]+)\*/g, '<em>$1</em>');
}
