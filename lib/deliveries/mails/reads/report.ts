import type { Tx } from '@/lib/database/db';
import type { ReportChannel, ReportState } from '@/lib/reports/schema';
import type { Severity } from '@/lib/severity/schema';
import type { Prisma } from '@/prisma/generated/client';

export interface ReportFacts {
  id: string;
  ref: string;
  /** Name; none when the reporter was not sure. */
  service: string | null;
  channel: ReportChannel;
  state: ReportState;
  held: boolean;
  name: string | null;
  /** None: there is nobody to write to. */
  email: string | null;
  locale: string;
  wantsUpdates: boolean;
  receivedAt: Date;
  /** Rows of the newest links that still open. */
  trackTokenId: string | null;
  confirmTokenId: string | null;
  incident: ReportIncident | null;
}

export interface ReportIncident {
  id: string;
  /** None of an internal incident: its title was not written for users. */
  title: string | null;
  severity: Severity;
  next: { at: Date; zone: string | null } | null;
}

const select = {
  id: true,
  ref: true,
  channel: true,
  state: true,
  heldAt: true,
  reporterName: true,
  reporterEmail: true,
  locale: true,
  wantsUpdates: true,
  receivedAt: true,
  service: { select: { name: true } },
  tokens: {
    where: { revokedAt: null },
    orderBy: { createdAt: 'desc' },
    select: { id: true, purpose: true, expiresAt: true },
  },
  incident: {
    select: {
      id: true,
      title: true,
      severity: true,
      visibility: true,
      nextUpdateAt: true,
      nextUpdateZone: true,
    },
  },
} satisfies Prisma.ReportSelect;

type Row = Prisma.ReportGetPayload<{ select: typeof select }>;

function incidentOf({ incident }: Row): ReportIncident | null {
  if (!incident) return null;
  const { id, title, severity, visibility, nextUpdateAt, nextUpdateZone } = incident;
  return {
    id,
    title: visibility === 'PUBLIC' ? title : null,
    severity,
    next: nextUpdateAt ? { at: nextUpdateAt, zone: nextUpdateZone } : null,
  };
}

/** One report as mails about it need it, or null when it is gone. */
export async function reportFacts(tx: Tx, reportId: string, now: Date): Promise<ReportFacts | null> {
  const row = await tx.report.findUnique({ where: { id: reportId }, select });
  if (!row) return null;
  const newest = (purpose: 'TRACK' | 'CONFIRM_ADDRESS') =>
    row.tokens.find((token) => token.purpose === purpose && token.expiresAt > now)?.id ?? null;
  return {
    id: row.id,
    ref: row.ref,
    service: row.service?.name ?? null,
    channel: row.channel,
    state: row.state,
    held: row.heldAt !== null,
    name: row.reporterName,
    email: row.channel === 'ALERT' ? null : row.reporterEmail,
    locale: row.locale,
    wantsUpdates: row.wantsUpdates,
    receivedAt: row.receivedAt,
    trackTokenId: newest('TRACK'),
    confirmTokenId: newest('CONFIRM_ADDRESS'),
    incident: incidentOf(row),
  };
}
