import type { SendMailOptions } from 'nodemailer';
import { type Bodies, fillMail } from '@/lib/deliveries/fill';
import { settings } from '@/lib/platform/env';
import { oneClickPath } from '@/lib/subscribers/link';
import type { Claimed } from './claim';

/** Of what subscribers asked for, so that a mail program can end it with one click (RFC 8058). */
function listHeaders(claim: Claimed): Record<string, { prepared: true; value: string }> {
  if (claim.recipientKind !== 'SUBSCRIBER' || claim.purpose === 'subscription-confirm') return {};
  const url = `${settings().url}${oneClickPath(claim.recipientId)}`;
  return {
    'List-Unsubscribe': { prepared: true, value: `<${url}>` },
    'List-Unsubscribe-Post': { prepared: true, value: 'List-Unsubscribe=One-Click' },
  };
}

/**
 * The mail for one recipient. Names and addresses go as objects, never as a joined text, in which a comma or a line
 * break would add a recipient or a header.
 */
export function messageOf(claim: Claimed, content: Bodies): SendMailOptions {
  const from = settings().mailFrom.address;
  const { html, text } = fillMail(content, claim);
  return {
    messageId: claim.messageId,
    from: { name: claim.headers.fromName, address: from },
    to: { name: claim.recipientName ?? '', address: claim.address },
    ...(claim.headers.replyTo
      ? { replyTo: { name: claim.headers.fromName, address: claim.headers.replyTo } }
      : {}),
    subject: claim.subject,
    text,
    html,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...listHeaders(claim),
    },
    envelope: { from, to: [claim.address] },
  };
}
