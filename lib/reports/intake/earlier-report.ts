import { pool } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { trackingPath, trackingTokenHash } from '@/lib/reports/links/tracking-link';
import type { FiledReport } from '@/lib/reports/queries/views';
import type { ReportState } from '@/lib/reports/schema';

interface Row {
  id: string;
  ref: string;
  state: ReportState;
  saidHash: Buffer | null;
  held: boolean;
  receivedAt: Date;
  incidentRef: string | null;
  tokenId: string | null;
}

const lookup = `select r.id, r.ref, r.state, r.said_hash as "saidHash", r.held_at is not null as held,
    r.received_at as "receivedAt", i.ref as "incidentRef",
    (select t.id from report_token t where t.report_id = r.id and t.purpose = 'TRACK' and t.revoked_at is null
     order by t.created_at, t.id limit 1) as "tokenId"
  from report r left join incident i on i.id = r.incident_id where r.source = $1 and r.client_key = $2`;

/**
 * The report that was filed before with the same client key, for the same person: whoever cannot repeat all that was
 * said gets neither its reference nor its link.
 * @throws AppError `conflict` when anything else was said
 */
export async function earlierReport(
  source: string,
  clientKey: string,
  said: Buffer,
): Promise<(FiledReport & { id: string }) | null> {
  const { rows } = await pool().query<Row>(lookup, [source, clientKey]);
  const row = rows[0];
  if (!row) return null;
  if (!row.saidHash?.equals(said) || !row.tokenId) {
    const sentence =
      'This form was sent before with other answers, and that report reached us. ' +
      'Nothing of this one was stored: copy your text, open a new form and send it from there.';
    throw new AppError('conflict', sentence);
  }
  return {
    id: row.id,
    ref: row.ref,
    state: row.state,
    trackingPath: trackingPath(row.tokenId),
    incidentRef: row.incidentRef,
    held: row.held,
    spooled: false,
    receivedAt: row.receivedAt.toISOString(),
  };
}

/** Lets a link work that was given out for a report before it turned out to be stored already. */
export async function storeGivenLink(reportId: string, tokenId: string, hours: number): Promise<void> {
  await pool().query(
    `insert into report_token (id, report_id, purpose, token_hash, expires_at)
     values ($1, $2, 'TRACK', $3, now() + make_interval(hours => $4)) on conflict do nothing`,
    [tokenId, reportId, Buffer.from(trackingTokenHash(tokenId)), hours],
  );
}
