import { translateDatabaseError } from '@/lib/database/database-errors';
import { db, pool } from '@/lib/database/db';
import type { Actor } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { linkTokenHash } from '@/lib/platform/secrets/link-token';
import { tokenIdOf } from './tracking-link';

interface Opened {
  tokenId: string;
  reportId: string;
  reportRef: string;
  incidentId: string | null;
  /** Somebody asked for it, with the reference and the address. */
  onRequest: boolean;
}

/** What a private link opens. Reading it changes nothing, because mail programs open links before people do. */
export type OpenedLink =
  | ({ state: 'open' } & Opened)
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
        onRequest: true,
        report: { select: { id: true, ref: true, incidentId: true } },
      },
    });
    if (!row) return { state: 'unknown' };
    const { id, ref, incidentId } = row.report;
    if (row.revokedAt || row.expiresAt <= new Date()) return { state: 'expired', reportId: id };
    const { onRequest } = row;
    return { state: 'open', tokenId: row.id, reportId: id, reportRef: ref, incidentId, onRequest };
  } catch (error) {
    throw translateDatabaseError(error);
  }
}

interface Reporter extends Opened {
  actor: Extract<Actor, { kind: 'reporter' }>;
}

/** The reporter that a tracking link stands for. @throws AppError `not_found` for any link that opens nothing */
export async function reporterActor(token: string): Promise<Reporter> {
  const link = await openLink('tracking', token);
  if (link.state === 'open') return { ...link, actor: { kind: 'reporter', reportId: link.reportId } };
  const sentence =
    link.state === 'expired'
      ? 'This link has expired. Ask for a new one with your reference and e-mail address.'
      : 'This link opens no report. Check that it was copied whole, or ask for a new one.';
  throw new AppError('not_found', sentence);
}

/**
 * Ends the links before one that somebody asked for, when it is first used to do something: until then they work,
 * because whoever asked may have been somebody else. Looking is no use, because mail programs look first.
 */
async function endLinksBefore(tokenId: string): Promise<void> {
  await pool().query(
    `update report_token b set revoked_at = now() from report_token t
     where t.id = $1 and b.report_id = t.report_id and b.purpose = 'TRACK' and b.revoked_at is null
       and (b.created_at, b.id) < (t.created_at, t.id)`,
    [tokenId],
  );
}

/** The reporter that acts with a tracking link. @throws AppError `not_found` for any link that opens nothing */
export async function actingReporter(token: string): Promise<Reporter> {
  const reporter = await reporterActor(token);
  if (reporter.onRequest) await endLinksBefore(reporter.tokenId);
  return reporter;
}
