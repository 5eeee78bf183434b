import { pool } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { trackingPath, trackingTokenHash } from '@/lib/reports/links/tracking-link';
import type { FiledReport } from '@/lib/reports/queries/views';
import type { ReportState } from '@/lib/reports/schema';
import { judgeFormStamp } from './form-stamp';

interface Row {
  id: string;
  version: number;
  description: string;
  service: string | null;
  ref: string;
  state: ReportState;
  saidHash: Buffer | null;
  held: boolean;
  receivedAt: Date;
  incidentRef: string | null;
  tokenId: string | null;
}

const lookup = `select r.id, r.version, r.description, s.slug as service, r.ref, r.state, r.said_hash as "saidHash", r.held_at is not null as held,
    r.received_at as "receivedAt", i.ref as "incidentRef",
    (select t.id from report_token t where t.report_id = r.id and t.purpose = 'TRACK' and t.revoked_at is null
     order by t.created_at, t.id limit 1) as "tokenId"
  from report r left join incident i on i.id = r.incident_id left join service s on s.id = r.service_id where r.source = $1 and r.client_key = $2`;

function filedOf(row: Row, tokenId: string): FiledReport & { id: string } {
  const { id, ref, state, incidentRef, held } = row;
  const receivedAt = row.receivedAt.toISOString();
  return {
    id,
    ref,
    state,
    trackingPath: trackingPath(tokenId),
    incidentRef,
    held,
    spooled: false,
    receivedAt,
  };
}

/** What came of a form, for whoever has filled it in. */
export interface SentForm {
  filed: FiledReport & { id: string };
  version: number;
  description: string;
  /** Its short name; null when its reporter was not sure. */
  service: string | null;
  isSaid: (said: Buffer) => boolean;
}

/**
 * The report that a form of ours became, whatever it said: its key was made here, and only the browser that had the form
 * knows the key with its stamp.
 */
export async function reportOfForm(clientKey: string, stamp: string): Promise<SentForm | null> {
  if (judgeFormStamp(stamp, clientKey) === 'unknown') return null;
  const { rows } = await pool().query<Row>(lookup, ['form', clientKey]);
  const row = rows[0];
  if (!row?.tokenId) return null;
  const { version, description, service, saidHash } = row;
  const isSaid = (said: Buffer) => saidHash?.equals(said) ?? false;
  return { filed: filedOf(row, row.tokenId), version, description, service, isSaid };
}

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
  return filedOf(row, row.tokenId);
}

/** Lets a link work that was given out for a report before it turned out to be stored already. */
export async function storeGivenLink(reportId: string, tokenId: string, hours: number): Promise<void> {
  await pool().query(
    `insert into report_token (id, report_id, purpose, token_hash, expires_at)
     values ($1, $2, 'TRACK', $3, now() + make_interval(hours => $4)) on conflict do nothing`,
    [tokenId, reportId, Buffer.from(trackingTokenHash(tokenId)), hours],
  );
}
