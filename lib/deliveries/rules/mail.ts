import type { Severity } from '@/lib/severity/schema';

/**
 * What differs between the recipients of one mail. Everything else is rendered once. `open`: the page that the mail
 * is about. `stop`: where to end or change these mails. `refuse`: where whoever did not ask ends all of them. `reference`: the recipient's report.
 */
const slotNames = ['open', 'confirm', 'stop', 'refuse', 'reference'] as const;
export type SlotName = (typeof slotNames)[number];

// Private-use characters: they survive rendering, and no person types them.
const opening = '\uE000';
const closing = '\uE001';

/** Stands in a mail for a word or link of its recipient. */
export function slot(name: SlotName): string {
  return `${opening}${name}${closing}`;
}

/** A person's words, in which nothing may look like a slot. */
export function withoutSlots(text: string): string {
  return text.replaceAll(/[\uE000\uE001]/g, '');
}

const slotForm = /\uE000([a-z]+)\uE001/g;

/** @param value how a slot reads for one recipient, escaped as the place asks for */
export function fillSlots(text: string, value: (name: SlotName) => string): string {
  return text.replaceAll(slotForm, (_, name: string) => value(name as SlotName));
}

/** A text cut at its slots, which are left as their names. Empty pieces are left out. */
export function splitSlots(text: string): (string | { slot: SlotName })[] {
  return text
    .split(slotForm)
    .map((piece, place) => (place % 2 === 1 ? { slot: piece as SlotName } : piece))
    .filter((piece) => piece !== '');
}

/** Markdown that went through the one sanitiser. */
export interface Words {
  html: string;
  plain: string;
}

export type MailBlock =
  | { kind: 'text'; text: string }
  /** `*…*` stands out; never with words of a person in it. */
  | { kind: 'stressed'; text: string }
  | { kind: 'words'; words: Words }
  /** What one person wrote to another, or a reason: plain, with its line breaks. */
  | { kind: 'quote'; text: string }
  | { kind: 'box'; title: string; text?: string }
  | { kind: 'button'; label: string; href: string }
  | { kind: 'small'; text: string };

export interface MailFooterLine {
  text: string;
  link?: { label: string; href: string };
}

/** A mail before it is drawn. `heading` is the sentence that says it all; the subject repeats it for the inbox. */
export interface Mail {
  locale: string;
  subject: string;
  badge?: Severity;
  heading: string;
  blocks: MailBlock[];
  footer: MailFooterLine[];
}
