import { recordSql } from '@/lib/platform/events/record-events';
import { detailNames, type ReportDetails } from '@/lib/reports/rules/details';
import type { ReportChannel, ReportState } from '@/lib/reports/schema';

/** One parameter each, in this order; `$n` of the statement is the n-th. */
const fields: readonly (keyof FileRow)[] = [
  ...(['id', 'ref', 'channel', 'source', 'clientKey', 'saidHash', 'serviceId'] as const),
  ...detailNames,
  ...(['memberId', 'enteredById', 'clientFacts', 'addressBlock', 'addressRange'] as const),
];
const columns = fields.map((field) => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));

export interface FileRow extends ReportDetails {
  id: string;
  ref: string;
  channel: ReportChannel;
  /** The scope in which the client key is unique. */
  source: string;
  clientKey: string;
  saidHash: Buffer;
  serviceId: string | null;
  memberId: string | null;
  enteredById: string | null;
  /** JSON. */
  clientFacts: string;
  addressBlock: Buffer | null;
  addressRange: Buffer | null;
}

const values = columns.map((_, index) => `$${index + 1}`);
const [incident, held, received, tokens, filed, linked] = Array.from(
  { length: 6 },
  (_, n) => `$${values.length + 1 + n}`,
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
  new_report as (insert into report (${columns.join(', ')}, incident_id, state, held_at, received_at)
    select ${values.join(', ')}, t.id, (case when t.id is null then 'NEW' else 'LINKED' end)::report_state,
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
export function fileStatement(row: FileRow, extras: FileExtras) {
  return {
    name: 'file-report',
    text,
    values: [
      ...fields.map((field) => row[field]),
      extras.incidentId,
      extras.held,
      extras.receivedAt,
      JSON.stringify(extras.tokens),
      JSON.stringify(extras.filed),
      JSON.stringify(extras.linked),
    ],
  };
}
