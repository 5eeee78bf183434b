import { expect, test } from 'vitest';
import { pool } from '@/lib/database/db';
import { administer, testDatabase } from '@/lib/database/testing/database';
import { insertRow, type Row, refusalOf } from '@/lib/platform/testing/rows';

const { ownerUrl } = testDatabase();

const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000);

const rules: [constraint: string, table: string, row: () => Row | Promise<Row>][] = [
  ['member_email_lower_case', 'member', () => ({ email: 'Ana@example.org' })],
  ['member_capacity_positive', 'member', () => ({ capacity: 0 })],
  ['service_tier_in_range', 'service', () => ({ tier: 5 })],
  ['service_objectives_positive', 'service', () => ({ rto_minutes: 0 })],
  ['service_agreement_complete', 'service', () => ({ agreed_by: 'Ruth' })],
  ['report_email_lower_case', 'report', () => ({ reporter_email: 'Dana@example.org' })],
  ['report_affected_not_negative', 'report', () => ({ affected_count: -1 })],
  ['report_linked_has_incident', 'report', () => ({ state: 'LINKED' })],
  ['report_declined_has_reason', 'report', () => ({ state: 'DECLINED' })],
  ['file_asset_hash_is_sha256', 'file_asset', () => ({ sha256: Buffer.from('short') })],
  ['incident_ref_matches', 'incident', () => ({ ref: 'INC-0' })],
  ['incident_resolved_has_time', 'incident', () => ({ stage: 'RESOLVED' })],
  ['incident_resolved_has_time', 'incident', () => ({ resolved_at: soon(0) })],
  ['incident_closed_has_time', 'incident', () => ({ stage: 'CLOSED', resolved_at: soon(0) })],
  [
    'incident_closed_after_resolved',
    'incident',
    () => ({ stage: 'CLOSED', resolved_at: soon(0), closed_at: soon(-1) }),
  ],
  ['incident_resolved_after_start', 'incident', () => ({ stage: 'RESOLVED', resolved_at: soon(-60) })],
  ['incident_declared_after_start', 'incident', () => ({ declared_at: soon(-60) })],
  ['incident_promise_has_zone', 'incident', () => ({ next_update_at: soon(30) })],
  ['incident_cause_complete', 'incident', () => ({ cause_kind: 'NOT_LOOKED_AT' })],
  ['clock_of_one_subject', 'clock', () => ({})],
  ['clock_at_risk_before_due', 'clock', async () => ({ ...(await ofIncident()), at_risk_at: soon(99) })],
  [
    'promise_record_due_after_made',
    'promise_record',
    async () => ({ ...(await ofIncident()), due_at: soon(-9) }),
  ],
  [
    'promise_record_kept_by_update',
    'promise_record',
    async () => ({ ...(await ofIncident()), state: 'KEPT' }),
  ],
  [
    'promise_record_moved_has_reason',
    'promise_record',
    async () => ({ ...(await ofIncident()), state: 'MOVED' }),
  ],
  ['update_retracted_has_reason', 'update', async () => ({ ...(await ofIncident()), retracted_at: soon(0) })],
  ['run_ref_matches', 'run', () => ({ ref: 'DR-1' })],
  ['run_drill_has_kind', 'run', () => ({ mode: 'DRILL' })],
  ['run_finished_has_time', 'run', () => ({ state: 'FAILED' })],
  ['run_waiting_says_for_what', 'run', () => ({ state: 'WAITING' })],
  ['run_rta_only_when_verified', 'run', () => ({ rta_seconds: 660 })],
  ['run_aborted_has_safe_state', 'run', () => ({ state: 'ABORTED', finished_at: soon(0) })],
  ['subscriber_email_lower_case', 'subscriber', () => ({ address: 'Dana@example.org' })],
  ['subscriber_confirmed_has_time', 'subscriber', () => ({ state: 'CONFIRMED' })],
  ['delivery_sent_has_time', 'delivery', () => ({ state: 'SENT' })],
  ['delivery_due_has_time', 'delivery', () => ({ state: 'RETRY', next_try_at: null })],
  ['delivery_suppressed_has_reason', 'delivery', () => ({ state: 'SUPPRESSED' })],
  ['monitor_timing_positive', 'monitor', () => ({ interval_seconds: 0 })],
];

async function ofIncident(): Promise<Row> {
  return { incident_id: (await insertRow('incident')).id };
}

test.each(rules)('%s refuses a row of %s', async (constraint, table, row) => {
  expect(await refusalOf(insertRow(table, await row()))).toBe(constraint);
});

test('a service does not depend on itself, and a file part is at most 256 KB', async () => {
  const { id } = await insertRow('service');
  const itself = { service_id: id, depends_on_id: id };
  expect(await refusalOf(insertRow('service_dependency', itself))).toBe('service_dependency_not_itself');
  const part = { file_id: (await insertRow('file_asset')).id, number: 0 };
  const tooLong = { ...part, body: Buffer.alloc(262_145) };
  expect(await refusalOf(insertRow('file_chunk', tooLong))).toBe('file_chunk_within_256_kb');
  await insertRow('file_chunk', { ...part, body: Buffer.alloc(262_144) });
});

test('the rows that the rules are tried on are accepted as they are', async () => {
  const incident = await ofIncident();
  const { id } = await insertRow('update', incident);
  await insertRow('update_revision', { update_id: id });
  for (const table of ['promise_record', 'clock']) await insertRow(table, incident);
  for (const table of new Set(rules.map(([, name]) => name))) {
    if (!['promise_record', 'clock', 'update'].includes(table)) await insertRow(table);
  }
});

test.each([
  ['event', () => insertRow('event')],
  ['event_subject', subject],
  ['event_position', position],
  ['update_revision', revision],
  ['plan_version', async () => insertRow('plan_version', { plan_id: (await insertRow('plan')).id })],
  ['settings_version', () => insertRow('settings_version')],
])('%s is append-only, for its owner as well', async (table, insert) => {
  const row = await insert();
  const column = Object.keys(row)[0];
  const where = `where "${column}" = $1`;
  const key = [row[column as string]];
  const refusals = [
    await refusalOf(administer(ownerUrl, `update "${table}" set "${column}" = "${column}" ${where}`, key)),
    await refusalOf(administer(ownerUrl, `delete from "${table}" ${where}`, key)),
    await refusalOf(administer(ownerUrl, `truncate "${table}" cascade`)),
  ];
  expect(refusals).toEqual(['23001', '23001', '23001']);
});

async function subject(): Promise<Row> {
  const event = await insertRow('event');
  return insertRow('event_subject', { event_id: event.id, kind: 'test', subject_id: event.id });
}

async function position(): Promise<Row> {
  const event = await insertRow('event');
  return insertRow('event_position', { position: 1, event_id: event.id, chain_hash: Buffer.alloc(32) });
}

async function revision(): Promise<Row> {
  const update = await insertRow('update', await ofIncident());
  return insertRow('update_revision', { update_id: update.id });
}

test('probe results go to the partition of their day; a day without one is refused until it is made', async () => {
  const { id } = await insertRow('monitor');
  await insertRow('probe_result', { monitor_id: id, at: new Date() });
  const past = new Date('2026-01-05T23:59:59.999Z');
  expect(await refusalOf(insertRow('probe_result', { monitor_id: id, at: past }))).toBe('23514');
  const make = `select ensure_probe_partitions('2026-01-05', '2026-01-06') as made`;
  expect((await pool().query(make)).rows[0].made).toBe(2);
  expect((await pool().query(make)).rows[0].made).toBe(0);
  await insertRow('probe_result', { monitor_id: id, at: past });
  const { rows } = await pool().query(
    'select tableoid::regclass::text as day from probe_result where at = $1',
    [past],
  );
  expect(rows[0].day).toBe('probe_result_20260105');
  const drop = await pool().query(`select drop_probe_partitions('2026-01-06') as dropped`);
  expect(drop.rows[0].dropped).toBe(1);
  expect((await pool().query('select count(*)::int as left from probe_result')).rows[0].left).toBe(1);
});
