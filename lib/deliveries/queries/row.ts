import { maxTries } from '@/lib/deliveries/lifecycle';
import type { Prisma } from '@/prisma/generated/client';
import type { DeliveryRow } from './views';

export const rowSelect = {
  id: true,
  channel: true,
  mode: true,
  purpose: true,
  recipientKind: true,
  recipientName: true,
  address: true,
  subject: true,
  state: true,
  attempts: true,
  nextTryAt: true,
  sentAt: true,
  lastError: true,
  suppressReason: true,
  createdAt: true,
  incident: { select: { ref: true } },
  report: { select: { ref: true } },
  update: { select: { publishedAt: true } },
  tries: {
    where: { outcome: 'SENT' },
    orderBy: { number: 'desc' },
    take: 1,
    select: { startedAt: true, finishedAt: true },
  },
} satisfies Prisma.DeliverySelect;

type Row = Prisma.DeliveryGetPayload<{ select: typeof rowSelect }>;

export function rowView(row: Row): DeliveryRow {
  const [accepted] = row.tries;
  const waits = row.state === 'PENDING' || row.state === 'RETRY';
  return {
    id: row.id,
    channel: row.channel,
    purpose: row.purpose,
    recipientKind: row.recipientKind,
    to: row.address,
    toName: row.recipientName,
    subject: row.subject,
    incidentRef: row.incident?.ref ?? null,
    reportRef: row.report?.ref ?? null,
    updateAt: row.update?.publishedAt.toISOString() ?? null,
    state: row.state,
    attempts: row.attempts,
    maxTries,
    nextTryAt: waits ? (row.nextTryAt?.toISOString() ?? null) : null,
    sentAt: row.sentAt?.toISOString() ?? null,
    tookMs: accepted ? accepted.finishedAt.getTime() - accepted.startedAt.getTime() : null,
    lastError: row.lastError,
    suppressReason: row.suppressReason,
    createdAt: row.createdAt.toISOString(),
    drill: row.mode === 'DRILL',
  };
}
