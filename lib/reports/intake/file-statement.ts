import { recordSql } from '@/lib/platform/record';
import type { ReportState } from '@/lib/reports/schema';

/** One parameter each, in this order; `$n` of the statement is the n-th. */
export const fileColumns = [
  'id',
  'ref',
  'channel',
  'source',
  'client_key',
  'service_id',
  'claimed_severity',
  'slow',
  'title',
  'description',
  'since_text',
  'since_at',
  'since_precision',
  'affected_count',
  'affected',
  'affected_where',
  'reporter_name',
  'reporter_email',
  'wants_updates',
  'member_id',
  'entered_by_id',
  'client_facts',
  'address_block',
] as const;
export type FileColumn = (typeof fileColumns)[number];

const casts: Partial<Record<FileColumn, string>> = {
  channel: 'report_channel',
  claimed_severity: 'severity',
  since_precision: 'since_precision',
  affected: 'affected',
  client_facts: 'jsonb',
};

const own = fileColumns.map((column, index) => `$${index + 1}${casts[column] ? `::${casts[column]}` : ''}`);
const [incident, held, received, tokens, filed, linked] = Array.from(
  { length: 6 },
  (_, n) => `$${own.length + 1 + n}`,
);

// The time of the events is that of the row, and without a new row there are no events: a report sent twice is one.
const drafts = `(select jsonb_agg(e || jsonb_build_object('occurred_at', r.received_at)) from new_report r,
  jsonb_array_elements(${filed}::jsonb || case when r.incident_id is null then '[]'::jsonb else ${linked}::jsonb end) e)`;

/**
 * A report in one statement: row, links, events, inbox. An incident is locked against resolving meanwhile, and when
 * it is no longer open the report is filed without it. Answers no row when the client key was seen before.
 */
const text = `with
  target as (select id from incident where id = ${incident}::uuid and visibility = 'PUBLIC'
    and stage not in ('RESOLVED', 'CLOSED') for share),
  new_report as (insert into report (${fileColumns.join(', ')}, incident_id, state, held_at, received_at)
    select ${own.join(', ')}, t.id, (case when t.id is null then 'NEW' else 'LINKED' end)::report_state,
      case when ${held}::boolean then now() end, coalesce(${received}::timestamptz, now())
    from (select 1) one left join target t on true
    on conflict (source, client_key) do nothing
    returning id, state, incident_id, received_at),
  new_token as (insert into report_token (id, report_id, purpose, token_hash, expires_at)
    select t.id, r.id, t.purpose, decode(t.hash, 'hex'), now() + make_interval(hours => t.hours)
    from new_report r, jsonb_to_recordset(${tokens}::jsonb) as t(id uuid, purpose report_token_purpose, hash text, hours int)),
  ${recordSql(drafts)}
  select state, incident_id as "incidentId", received_at as "receivedAt" from new_report`;

export interface FileAnswer {
  state: ReportState;
  incidentId: string | null;
  receivedAt: Date;
}

export interface FileExtras {
  incidentId: string | null;
  held: boolean;
  /** When it was acknowledged, for a spooled report; else now. */
  receivedAt: Date | null;
  tokens: { id: string; purpose: 'TRACK' | 'CONFIRM_ADDRESS'; hash: string; hours: number }[];
  /** Event rows, and those added when the report joins the incident. */
  filed: object[];
  linked: object[];
}

/** The prepared statement with its values, for `pool().query`. */
export function fileStatement(row: Record<FileColumn, unknown>, extras: FileExtras) {
  return {
    name: 'file-report',
    text,
    values: [
      ...fileColumns.map((column) => row[column]),
      extras.incidentId,
      extras.held,
      extras.receivedAt,
      JSON.stringify(extras.tokens),
      JSON.stringify(extras.filed),
      JSON.stringify(extras.linked),
    ],
  };
}
