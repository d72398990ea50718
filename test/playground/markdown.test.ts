// The page's Markdown: only the forms that Discord knows become markup, everything else stays text.
import { expect, test } from 'vitest';

const { markdown } = (await import(new URL('../../src/playground/page/markdown.js', import.meta.url).href)) as {
  markdown: (text: string) => string;
};

function plain(html: string): string {
  return html.replace(/^<span class="text">([\s\S]*)<\/span>$/, '$1');
}

test.each([
  ['**bold** and *it* and _it_', '<strong>bold</strong> and <em>it</em> and <em>it</em>'],
  ['~~gone~~ __under__', '<s>gone</s> <u>under</u>'],
  ['snake_case_name', 'snake_case_name'],
  ['2 * 3 * 4', '2 * 3 * 4'],
  [String.raw`\*not it\*`, '*not it*'],
  ['`a *b* <c>`', '<code>a *b* &lt;c&gt;</code>'],
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['@everyone', '<span class="mention">@everyone</span>'],
])('%s', (text, html) => {
  expect(plain(markdown(text))).toBe(html);
});

test.each([
  ['# Title', '<h1>Title</h1>'],
  ['-# small', '<small class="subtext">small</small>'],
  ['> said', '<blockquote>said</blockquote>'],
  ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
  ['3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
])('block %s', (text, html) => {
  expect(markdown(text)).toBe(html);
});

test('a masked link shows its real target, brackets in its text included', () => {
  const html = markdown('[[1]](https://example.org/a_b_c#:~:text=x)');

  expect(html).toContain('href="https://example.org/a_b_c#:~:text=x" title="https://example.org/a_b_c#:~:text=x"');
  expect(html).toContain('>[1]</a>');
});

test.each(['[x](javascript:alert(1))', '[x](https://example.org/"onmouseover="alert(1))', '<t:1:R"><img src=x>'])(
  'nothing gets out of its attribute: %s',
  (text) => {
    const html = markdown(text);

    expect(html).not.toMatch(/<img|javascript:[^<]*"[^>]*>|" ?onmouseover="/);
  },
);
