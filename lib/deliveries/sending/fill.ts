import { fillSlots, type SlotName } from '@/lib/deliveries/rules/mail';
import { type Addressee, linkOf } from './links';

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

export interface Bodies {
  html: string;
  text: string;
}

/** How the slots read for one recipient; each link is made once. */
export function slotValues(addressee: Addressee): (name: SlotName) => string {
  const made = new Map<SlotName, string>();
  return (name) => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const value = name === 'reference' ? (addressee.variables.reference ?? '') : linkOf(name, addressee);
    made.set(name, value);
    return value;
  };
}

/** A content as one recipient reads it. @param hideLinks leaves the private part of every link out */
export function fillMail(content: Bodies, addressee: Addressee, hideLinks = false): Bodies {
  const values = slotValues(addressee);
  const value = (name: SlotName) => (hideLinks && name !== 'reference' ? '(private link)' : values(name));
  return {
    html: fillSlots(content.html, (name) => escapeHtml(value(name))),
    text: fillSlots(content.text, value),
  };
}
