import { describe, expect, test } from 'vitest';
import { renderMarkdown } from './markdown';

describe('renderMarkdown', () => {
  test('keeps paragraphs, lists, emphasis and line ends', () => {
    const { html, plain } = renderMarkdown('We **switch** now.\nPlease wait.\n\n- one\n- two');
    expect(html).toContain('<strong>switch</strong>');
    expect(html).toContain('<br />');
    expect(plain).toBe('We switch now.\nPlease wait.\n\n- one\n- two');
  });

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '![x](https://example.org/track.gif)',
    '<a href="https://example.org" style="position:fixed" onclick="x()">x</a>',
    '<svg><style>*{display:none}</style></svg>',
    '[x](//example.org)',
    'a\n<iframe src="https://example.org"></iframe>',
  ])('makes %s harmless', (source) => {
    const { html } = renderMarkdown(source);
    expect(html).not.toMatch(/<(script|img|iframe|svg|style|object)/i);
    const tags = html.match(/<[^>]*>/g)?.join('') ?? '';
    expect(tags).not.toMatch(/\son\w+=|style=|javascript:|data:|"\/\//i);
  });

  test('gives links a rel and never a target', () => {
    expect(renderMarkdown('https://example.org/a').html).toBe(
      '<p><a href="https://example.org/a" rel="nofollow noopener">https://example.org/a</a></p>',
    );
  });

  test('writes plain text with its own characters', () => {
    expect(renderMarkdown('5 < 6 & "quoted" <b>').plain).toBe('5 < 6 & "quoted" <b>');
  });

  test('turns headings into paragraphs, so that the page keeps its own outline', () => {
    expect(renderMarkdown('# Big').html).toBe('<p>Big</p>');
  });
});
