import type { Route } from 'next';
import type { SlotName } from '@/lib/deliveries/rules/mail';
import type { Purpose, RecipientKind, Variables } from '@/lib/deliveries/schema';
import { settings } from '@/lib/platform/process/environment';
import { to } from '@/lib/platform/rules/to';
import { linkToken } from '@/lib/platform/secrets/link-token';
import { confirmPath, trackingPath } from '@/lib/reports/links/tracking-link';
import { confirmationPath, subscriptionPath } from '@/lib/subscribers/link';

export interface Addressee {
  /** Of the delivery. */
  id: string;
  purpose: string;
  recipientKind: RecipientKind;
  recipientId: string;
  variables: Variables;
}

type LinkSlot = Exclude<SlotName, 'reference'>;

function openPath({ purpose, recipientKind, recipientId, variables }: Addressee): Route {
  const { tokenId, path } = variables;
  if (purpose === ('password-reset' satisfies Purpose) && tokenId) {
    return to(`/password/${linkToken('password-reset', tokenId)}`);
  }
  if (recipientKind === 'INVITED') return to(`/invitation/${linkToken('invitation', recipientId)}`);
  if (recipientKind === 'REPORTER') return tokenId ? to(trackingPath(tokenId)) : '/track';
  return path ?? '/';
}

const conversations: ReadonlySet<string> = new Set<Purpose>(['report-question', 'report-answer']);

function pathOf(name: LinkSlot, addressee: Addressee): Route {
  const { id, recipientKind, recipientId, variables } = addressee;
  if (name === 'refuse') return to(`/not-me/${linkToken('mail-refusal', id)}`);
  if (name === 'confirm' && recipientKind === 'SUBSCRIBER')
    return confirmationPath(recipientId, variables.asked);
  if (name === 'confirm' && variables.tokenId) return confirmPath(variables.tokenId);
  if (name === 'stop' && recipientKind === 'SUBSCRIBER') return subscriptionPath(recipientId);
  const path = openPath(addressee);
  if (recipientKind !== 'REPORTER' || !variables.tokenId) return path;
  // The place on the tracking page: what was told, with the choice of updates, or the conversation.
  if (name === 'stop') return `${path}#told`;
  return conversations.has(addressee.purpose) ? `${path}#talk` : path;
}

/** Where a link of a mail leads for one recipient. Made from ids, so that no private link is ever stored. */
export function linkOf(name: LinkSlot, addressee: Addressee): string {
  return `${settings().url}${pathOf(name, addressee)}`;
}
