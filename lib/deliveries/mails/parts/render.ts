import { type Mail, type MailBlock, withoutSlots } from '@/lib/deliveries/rules/mail';
import { mailText, previewOf } from '@/lib/deliveries/rules/mail-text';
import { canonicalJson, sha256 } from '@/lib/platform/audit/canonical-json';

export interface RenderedMail {
  hash: Uint8Array<ArrayBuffer>;
  html: string;
  text: string;
}

/** What people wrote opens no slot. */
function quoteOnly(block: MailBlock): MailBlock {
  return block.kind === 'quote' ? { ...block, text: withoutSlots(block.text) } : block;
}

/** Both bodies of a mail, with its slots still open. The templates are loaded with the first mail. */
export async function renderMail(given: Mail): Promise<RenderedMail> {
  const mail = { ...given, blocks: given.blocks.map(quoteOnly) };
  const [{ createElement }, { render }, { MailDocument }] = await Promise.all([
    import('react'),
    import('@react-email/render'),
    import('@/components/mail/mail-document'),
  ]);
  const html = await render(createElement(MailDocument, { mail, preview: previewOf(mail) }));
  const text = mailText(mail);
  return { html, text, hash: sha256(canonicalJson([html, text])) };
}
