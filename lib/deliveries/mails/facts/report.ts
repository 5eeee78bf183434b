import type { Tx } from '@/lib/database/db';
import type { Severity } from '@/lib/severity/schema';
import { renderMarkdown } from '@/lib/status/render/markdown';
import type { Prisma } from '@/prisma/generated/client';

export interface ReportFacts {
  id: string;
  ref: string;
  /** Name; none when the reporter was not sure. */
  service: string | null;
  /** None of a stranger, who may have typed the address of somebody else: our mails carry no words of theirs. */
  name: string | null;
  /** Whoever typed the address may be another than its owner. */
  isStranger: boolean;
  /** Of the network that it came from, hashed. */
  range: string | undefined;
  /** None: there is nobody to write to. */
  email: string | null;
  locale: string;
  wantsUpdates: boolean;
  receivedAt: Date;
  declineReason: string | null;
  /** Rows of the newest links that still open. */
  trackTokenId: string | null;
  confirmTokenId: string | null;
  incident: ReportIncident | null;
}

interface ReportIncident {
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
  declineReason: true,
  reporterName: true,
  reporterEmail: true,
  locale: true,
  wantsUpdates: true,
  receivedAt: true,
  source: true,
  addressRange: true,
  enteredById: true,
  emailCorrected: true,
  member: { select: { email: true } },
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

/** Not a member with the own address; nor whose address the service desk or a program that has a key gave. */
function isStranger({ source, enteredById, emailCorrected, member, reporterEmail }: Row): boolean {
  const isVouchedFor = !emailCorrected && (enteredById !== null || source.startsWith('key:'));
  return !isVouchedFor && member?.email !== reporterEmail;
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
    name: isStranger(row) ? null : row.reporterName,
    isStranger: isStranger(row),
    range: row.addressRange ? Buffer.from(row.addressRange).toString('hex') : undefined,
    email: row.channel === 'ALERT' ? null : row.reporterEmail,
    locale: row.locale,
    wantsUpdates: row.wantsUpdates,
    receivedAt: row.receivedAt,
    declineReason: row.declineReason,
    trackTokenId: newest('TRACK'),
    confirmTokenId: newest('CONFIRM_ADDRESS'),
    incident: incidentOf(row),
  };
}

/** What somebody wrote in the conversation; `by` is the member's name. */
export async function messageWords(tx: Tx, id: string) {
  const row = await tx.reportMessage.findUnique({
    where: { id },
    select: { body: true, member: { select: { name: true } } },
  });
  return row && { body: row.body, by: row.member?.name ?? null };
}

/** Whether the reporter gets an update of the incident anyway, published in the act that linked the report. */
export async function getsUpdateAnyway(tx: Tx, report: ReportFacts, at: Date): Promise<boolean> {
  if (!report.incident || !report.wantsUpdates) return false;
  const moment = 2_000;
  const count = await tx.update.count({
    where: {
      incidentId: report.incident.id,
      audience: { not: 'INTERNAL' },
      publishedAt: { gte: new Date(at.getTime() - moment), lte: new Date(at.getTime() + moment) },
    },
  });
  return count > 0;
}

/** Whether a newer report of the same person asks them the same at that moment: one question is enough. */
export async function isAskedByAnother(tx: Tx, report: ReportFacts, at: Date): Promise<boolean> {
  if (!report.incident || !report.email) return false;
  const asked = { incidentId: report.incident.id, reporterEmail: report.email, fixedAskedAt: at };
  const [newest] = await tx.report.findMany({
    where: asked,
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    take: 1,
    select: { id: true },
  });
  return newest !== undefined && newest.id !== report.id;
}

/** The words with which the incident was resolved, in the same act as the question. */
export async function resolvingWords(tx: Tx, incidentId: string, at: Date) {
  const update = await tx.update.findFirst({
    where: { incidentId, audience: { not: 'INTERNAL' }, retractedAt: null, publishedAt: at },
    select: { revisions: { orderBy: { number: 'desc' }, take: 1, select: { body: true } } },
  });
  const body = update?.revisions[0]?.body;
  return body ? renderMarkdown(body) : null;
}
