import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import type { PublicText } from '@/lib/status/rules/public-view';

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true, typographer: false }).disable([
  'image',
  'table',
  'hr',
]);

const heading = () => ({ tagName: 'p', attribs: {} });

const allowed: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'br', 'strong', 'em', 's', 'ul', 'ol', 'li', 'a', 'code', 'pre', 'blockquote'],
  allowedAttributes: { a: ['href', 'rel'] },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  transformTags: {
    h1: heading,
    h2: heading,
    h3: heading,
    h4: heading,
    h5: heading,
    h6: heading,
    a: (_tag, attribs) => ({
      tagName: 'a',
      attribs: { ...(attribs.href ? { href: attribs.href } : {}), rel: 'nofollow noopener' },
    }),
  },
};

const nothing: sanitizeHtml.IOptions = { allowedTags: [], allowedAttributes: {} };

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function toPlain(html: string): string {
  const spaced = html
    .replace(/<li>/g, '<li>- ')
    .replace(/<br \/>\n?/g, '\n')
    .replace(/<\/(p|pre|blockquote|ul|ol)>\n?/g, '</$1>\n\n');
  return sanitizeHtml(spaced, nothing)
    .replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => entities[name] ?? whole)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/**
 * The one way from what a person typed to what is shown: page, mail and feed all use it. Raw HTML in the
 * source is text, links go to web, mail and telephone addresses only, pictures and headings are dropped.
 */
export function renderMarkdown(source: string): PublicText {
  const html = sanitizeHtml(markdown.render(source), allowed).trim();
  return { html, plain: toPlain(html) };
}
