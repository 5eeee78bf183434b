import { translateDatabaseError } from '@/lib/database/database-errors';
import { db } from '@/lib/database/db';
import type { Actor } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { linkTokenHash } from '@/lib/platform/secrets/link-token';
import { tokenIdOf } from './tracking-link';

/** What a private link opens. Reading it changes nothing, because mail programs open links before people do. */
export type OpenedLink =
  | { state: 'open'; tokenId: string; reportId: string; reportRef: string; incidentId: string | null }
  | { state: 'expired'; reportId: string }
  | { state: 'unknown' };

const purposes = { tracking: 'TRACK', 'report-confirm': 'CONFIRM_ADDRESS' } as const;

/** Looks a private link up. @throws AppError `unavailable` */
export async function openLink(kind: keyof typeof purposes, token: string): Promise<OpenedLink> {
  const tokenId = tokenIdOf(kind, token);
  if (!tokenId) return { state: 'unknown' };
  try {
    const row = await db().reportToken.findUnique({
      where: { tokenHash: linkTokenHash(token), purpose: purposes[kind] },
      select: {
        id: true,
        expiresAt: true,
        revokedAt: true,
        report: { select: { id: true, ref: true, incidentId: true } },
      },
    });
    if (!row) return { state: 'unknown' };
    const { id, ref, incidentId } = row.report;
    if (row.revokedAt || row.expiresAt <= new Date()) return { state: 'expired', reportId: id };
    return { state: 'open', tokenId: row.id, reportId: id, reportRef: ref, incidentId };
  } catch (error) {
    throw translateDatabaseError(error);
  }
}

/** The reporter that a tracking link stands for. @throws AppError `not_found` for any link that opens nothing */
export async function reporterActor(token: string): Promise<{
  actor: Extract<Actor, { kind: 'reporter' }>;
  reportId: string;
  reportRef: string;
  incidentId: string | null;
}> {
  const link = await openLink('tracking', token);
  if (link.state === 'open') {
    const { reportId, reportRef, incidentId } = link;
    return { actor: { kind: 'reporter', reportId }, reportId, reportRef, incidentId };
  }
  const sentence =
    link.state === 'expired'
      ? 'This link has expired. Ask for a new one with your reference and e-mail address.'
      : 'This link opens no report. Check that it was copied whole, or ask for a new one.';
  throw new AppError('not_found', sentence);
}
