import MimeNode from 'nodemailer/lib/mime-node';
import { encode, wrap } from 'nodemailer/lib/qp';
import { type SlotName, splitSlots } from '@/lib/deliveries/rules/mail';
import { envelopeAddress } from '@/lib/platform/input/email';
import { settings } from '@/lib/platform/process/environment';
import { oneClickPath } from '@/lib/subscribers/link';
import type { Claimed } from './claim';
import { escapeHtml, slotValues } from './fill';

/** A finished piece of a message, or the place of a word or link of its recipient. */
type Piece = string | { slot: SlotName; html: boolean };

/** Both bodies, encoded once for all recipients. */
export interface ComposedContent {
  boundary: string;
  pieces: Piece[];
}

/* Quoted-printable: an equals sign at the end of a line joins it with the next, so that each piece has lines of its own. */
const join = '=\r\n';

function encoded(text: string): string {
  return wrap(encode(text.replaceAll(/\r?\n/g, '\r\n')));
}

function part(type: string, body: string): Piece[] {
  const head = `Content-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`;
  const html = type === 'text/html';
  return [
    head,
    ...splitSlots(body).map((piece) =>
      typeof piece === 'string' ? `${encoded(piece)}${join}` : { slot: piece.slot, html },
    ),
    '\r\n',
  ];
}

/** @param id the content's, which keeps the boundary apart from anything in the text */
export function composeContent(id: string, { html, text }: { html: string; text: string }): ComposedContent {
  const boundary = `=_${id.replaceAll('-', '')}`;
  const pieces = [
    `--${boundary}\r\n`,
    ...part('text/plain', text),
    `--${boundary}\r\n`,
    ...part('text/html', html),
    `--${boundary}--\r\n`,
  ];
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') merged[merged.length - 1] = last + piece;
    else merged.push(piece);
  }
  return { boundary, pieces: merged };
}

/** Of what subscribers asked for, so that a mail program can end it with one click (RFC 8058). */
function listHeaders(claim: Claimed) {
  if (claim.recipientKind !== 'SUBSCRIBER' || claim.purpose === 'subscription-confirm') return {};
  const url = `${settings().url}${oneClickPath(claim.recipientId)}`;
  return {
    'List-Unsubscribe': { prepared: true, value: `<${url}>` },
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

/**
 * Mails about one matter are one thread, for whoever got which of them: each refers to the matter itself, under an id
 * that no mail has, and to the first of them that its recipient got.
 */
function threadHeaders({ messageId, firstMessageId, incidentId, reportId }: Claimed) {
  const domain = messageId.slice(messageId.lastIndexOf('@'));
  const roots = [reportId, incidentId].flatMap((id) => (id ? [`<${id}.about${domain}`] : []));
  const chain = firstMessageId ? [...roots, firstMessageId] : roots;
  const parent = chain.at(-1);
  return parent ? { 'In-Reply-To': parent, References: chain.join(' ') } : {};
}

/** Names and addresses go in as objects: of a joined text, a comma or a line break would make another recipient. */
function headersOf(claim: Claimed, boundary: string): string {
  const { fromName, replyTo } = claim.headers;
  const node = new MimeNode(`multipart/alternative; boundary="${boundary}"`);
  node.setHeader({
    From: { name: fromName, address: envelopeAddress(settings().mailFrom.address) },
    To: { name: claim.recipientName ?? '', address: envelopeAddress(claim.address) },
    ...(replyTo ? { 'Reply-To': { name: fromName, address: envelopeAddress(replyTo) } } : {}),
    Subject: claim.subject,
    'Message-ID': claim.messageId,
    ...threadHeaders(claim),
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    ...listHeaders(claim),
  });
  return node.buildHeaders();
}

export interface Message {
  raw: Buffer;
  envelope: { from: string; to: string[] };
}

/** The mail for one recipient, ready for the wire. */
export function messageOf(claim: Claimed, content: ComposedContent): Message {
  const value = slotValues(claim);
  const body = content.pieces.map((piece) => {
    if (typeof piece === 'string') return piece;
    const text = value(piece.slot);
    return `${encoded(piece.html ? escapeHtml(text) : text)}${join}`;
  });
  const raw = Buffer.from(`${headersOf(claim, content.boundary)}\r\n\r\n${body.join('')}`, 'latin1');
  return {
    raw,
    envelope: { from: envelopeAddress(settings().mailFrom.address), to: [envelopeAddress(claim.address)] },
  };
}
