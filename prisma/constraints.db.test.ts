import { describe, expect, test } from 'vitest';
import { pool } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { insertRow, type Row, refusalOf } from '@/lib/platform/testing/rows';

testDatabase();

const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const refused = (table: string, row: Row) => refusalOf(insertRow(table, row));

describe('allocations', () => {
  async function booking(given: Row = {}): Promise<Row> {
    const incident = await insertRow('incident');
    return { incident_id: incident.id, starts_at: soon(0), ends_at: soon(60), ...given };
  }

  test('the same unit is never held twice at once, whatever state still holds it', async () => {
    const resource = await insertRow('resource', { capacity: 2 });
    const one = await booking({ resource_id: resource.id });
    for (const state of ['REQUESTED', 'ACCEPTED', 'ACTIVE']) {
      const held = await insertRow('allocation', { ...one, state });
      const overlapping = { ...one, starts_at: soon(59), ends_at: soon(90) };
      expect(await refused('allocation', overlapping)).toBe('allocation_no_double_booking');
      await pool().query(`update allocation set state = 'RELEASED', released_at = now() where id = $1`, [
        held.id,
      ]);
    }
    await insertRow('allocation', one);
    await insertRow('allocation', { ...one, unit: 2 });
    await insertRow('allocation', { ...one, starts_at: one.ends_at, ends_at: soon(90) });
    await insertRow('allocation', { ...one, state: 'REFUSED' });
  });

  test('of two bookings at the same moment one is refused', async () => {
    const resource = await insertRow('resource');
    const row = await booking({ resource_id: resource.id });
    const both = await Promise.allSettled([insertRow('allocation', row), insertRow('allocation', row)]);
    const lost = both.filter((one) => one.status === 'rejected');
    expect(lost.map((one) => one.reason.constraint)).toEqual(['allocation_no_double_booking']);
  });

  test("a unit beyond the capacity is refused: the resource's own, the team's, and the member's until its end", async () => {
    const beyond = 'allocation_unit_within_capacity';
    const spare = await insertRow('resource', { capacity: 2 });
    expect(await refused('allocation', await booking({ resource_id: spare.id, unit: 3 }))).toBe(beyond);
    const team = await insertRow('team', { capacity: 2 });
    const crew = await insertRow('resource', { kind: 'TEAM', team_id: team.id, capacity: null });
    await insertRow('allocation', await booking({ resource_id: crew.id, unit: 2 }));
    const member = await insertRow('member', { capacity: 2, capacity_until: soon(30) });
    const person = await insertRow('resource', { kind: 'PERSON', member_id: member.id, capacity: null });
    await insertRow('allocation', await booking({ resource_id: person.id, unit: 2 }));
    const later = await booking({ resource_id: person.id, unit: 2, starts_at: soon(30) });
    expect(await refused('allocation', later)).toBe(beyond);
  });

  test('an end, a purpose and a positive unit are required', async () => {
    const resource = await insertRow('resource');
    const row = await booking({ resource_id: resource.id });
    expect(await refused('allocation', { ...row, ends_at: row.starts_at })).toBe(
      'allocation_ends_after_start',
    );
    expect(await refused('allocation', { ...row, incident_id: null })).toBe('allocation_has_purpose');
    expect(await refused('allocation', { ...row, unit: 0 })).toBe('allocation_unit_positive');
    expect(await refused('resource', { kind: 'PERSON', capacity: null })).toBe('resource_person_is_member');
  });
});

describe('at most one', () => {
  test('unfinished live run per service; drills and finished runs beside it', async () => {
    const run = await insertRow('run');
    const plan = { service_id: run.service_id, plan_id: run.plan_id, plan_version_id: run.plan_version_id };
    for (const state of ['PRECHECK', 'RUNNING', 'PAUSED']) {
      expect(await refused('run', { ...plan, state })).toBe('run_one_live_per_service');
    }
    await insertRow('run', { ...plan, mode: 'DRILL', drill_kind: 'FULL' });
    await pool().query(`update run set state = 'VERIFIED', finished_at = now() where id = $1`, [run.id]);
    await insertRow('run', plan);
  });

  test('status of a service at a time because of one incident', async () => {
    const [incident, service] = [await insertRow('incident'), await insertRow('service')];
    const row = { incident_id: incident.id, service_id: service.id, starts_at: soon(-60) };
    const first = await insertRow('incident_service', row);
    const open = await refused('incident_service', { ...row, starts_at: soon(-30) });
    expect(['incident_service_one_open', 'incident_service_one_status_at_a_time']).toContain(open);
    await pool().query('update incident_service set ends_at = $2 where id = $1', [first.id, soon(-30)]);
    const overlapping = { ...row, starts_at: soon(-40), ends_at: soon(-20) };
    expect(await refused('incident_service', overlapping)).toBe('incident_service_one_status_at_a_time');
    const backwards = { ...row, starts_at: soon(-10), ends_at: soon(-20) };
    expect(['incident_service_ends_after_start', '22000']).toContain(
      await refused('incident_service', backwards),
    );
    await insertRow('incident_service', { ...row, starts_at: soon(-20), status: 'DEGRADED' });
    const other = await insertRow('incident');
    await insertRow('incident_service', { ...row, incident_id: other.id });
  });

  test('holder of a role, but several resolvers', async () => {
    const [incident, ana, tom] = [
      await insertRow('incident'),
      await insertRow('member'),
      await insertRow('member'),
    ];
    const role = { incident_id: incident.id, member_id: ana.id };
    for (const kind of ['MANAGER', 'COMMUNICATIONS', 'SCRIBE']) {
      const held = await insertRow('incident_role', { ...role, kind });
      const second = { ...role, kind, member_id: tom.id };
      expect(await refused('incident_role', second)).toBe('incident_role_one_holder');
      await pool().query('update incident_role set ends_at = now() where id = $1', [held.id]);
      await insertRow('incident_role', second);
    }
    await insertRow('incident_role', { ...role, kind: 'RESOLVER' });
    await insertRow('incident_role', { ...role, kind: 'RESOLVER', member_id: tom.id });
    expect(await refused('incident_role', { ...role, kind: 'RESOLVER' })).toBe('incident_role_resolver_once');
  });

  test('open promise, running clock of a kind, open try of a step, open invitation, use of an address', async () => {
    const incident_id = (await insertRow('incident')).id;
    await insertRow('promise_record', { incident_id });
    expect(await refused('promise_record', { incident_id })).toBe('promise_record_one_open');
    await insertRow('clock', { incident_id });
    expect(await refused('clock', { incident_id })).toBe('clock_one_running_per_incident');
    const report_id = (await insertRow('report')).id;
    await insertRow('clock', { report_id });
    expect(await refused('clock', { report_id })).toBe('clock_one_running_per_report');
    const run_step_id = (await insertRow('run_step', { run_id: (await insertRow('run')).id })).id;
    await insertRow('step_attempt', { run_step_id });
    const again = { run_step_id, state: 'SENT', sent_at: new Date() };
    expect(await refused('step_attempt', again)).toBe('step_attempt_one_open');
    const { email } = await insertRow('invitation');
    expect(await refused('invitation', { email })).toBe('invitation_one_open');
    const { url } = await insertRow('automation_endpoint');
    const drill = { url, mode: 'DRILL' };
    expect(await refused('automation_endpoint', drill)).toBe('automation_endpoint_one_per_address');
  });

  test('row per report key, delivery per event and recipient', async () => {
    const { source, client_key } = await insertRow('report');
    expect(await refused('report', { source, client_key })).toBe('report_source_client_key_key');
    await insertRow('report', { source: 'email', client_key });
    const event_id = (await insertRow('event')).id;
    const { recipient_id } = await insertRow('delivery', { event_id });
    expect(await refused('delivery', { event_id, recipient_id })).toMatch(/^delivery_event_id_/);
  });
});
