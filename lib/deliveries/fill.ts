import { type Addressee, linkOf } from './links';
import { fillSlots, type SlotName } from './mail-schema';

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

export interface Bodies {
  html: string;
  text: string;
}

/** A content as one recipient reads it. @param hideLinks leaves the private part of every link out */
export function fillMail(content: Bodies, addressee: Addressee, hideLinks = false): Bodies {
  const value = (name: SlotName): string => {
    if (name === 'reference') return addressee.variables.reference ?? '';
    return hideLinks ? '(private link)' : linkOf(name, addressee);
  };
  return {
    html: fillSlots(content.html, (name) => escapeHtml(value(name))),
    text: fillSlots(content.text, value),
  };
}
