import { beginning } from '@/lib/platform/rules/graphemes';
import { balanced, isolated } from '@/lib/platform/rules/isolate';
import { severityLabel } from '@/lib/severity/schema';
import type { Mail, MailBlock, MailFooterLine } from './mail';

const plain = (text: string) => text.replaceAll('*', '');
const quoted = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => `> ${isolated(line)}`.trimEnd())
    .join('\n');

function blockText(block: MailBlock): string {
  switch (block.kind) {
    case 'stressed':
      return plain(block.text);
    case 'text':
    case 'small':
      return block.text;
    case 'words':
      return block.words.plain;
    case 'quote':
      return quoted(block.text);
    case 'box':
      return block.text ? `${block.title}\n${quoted(block.text)}` : block.title;
    case 'button':
      return `${block.label}:\n${block.href}`;
  }
}

function footerText({ text, link }: MailFooterLine): string {
  return link ? `${text}\n${link.label}: ${link.href}` : text;
}

/** The mail for readers and programs without HTML. */
export function mailText(mail: Mail): string {
  const heading = mail.badge ? `${severityLabel[mail.badge]}: ${mail.heading}` : mail.heading;
  const body = [heading, ...mail.blocks.map(blockText)].join('\n\n');
  if (mail.footer.length === 0) return `${body}\n`;
  return `${body}\n\n-- \n${mail.footer.map(footerText).join('\n')}\n`;
}

/** The line that mail programs show beside the subject. */
export function previewOf(mail: Mail): string {
  const first = mail.blocks.find(({ kind }) => ['text', 'stressed', 'words', 'quote'].includes(kind));
  const text = first ? blockText(first).replace(/^> /, '') : mail.heading;
  return balanced(beginning(text.replaceAll(/\s+/g, ' '), 140));
}
