import { randomBytes } from 'node:crypto';
import { pool } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';

export type Row = Record<string, unknown>;

const hash = () => randomBytes(32);
const at = (minutes: number) => new Date(Date.now() + minutes * 60_000);
let numbers = 0;

/** What a row needs to be accepted; whatever a foreign key names is inserted first. */
const complete: Record<string, () => Promise<Row> | Row> = {
  member: () => ({ email: `${newId()}@example.org`, name: 'Ana', role: 'RESPONDER' }),
  team: () => ({ name: newId() }),
  invitation: () => ({
    token_hash: hash(),
    email: `${newId()}@example.org`,
    role: 'USER',
    expires_at: at(60),
  }),
  service: () => ({ slug: newId(), name: newId() }),
  server: () => ({ name: newId() }),
  settings_version: () => ({ version: ++numbers, value: '{}', checksum: hash(), reason: 'First' }),
  report: () => ({
    ref: `R-${newId()}`,
    channel: 'BROWSER',
    source: 'form',
    client_key: newId(),
    claimed_severity: 'SEVERE',
    description: 'Nothing loads',
  }),
  file_asset: () => ({ name: 'a.png', content_type: 'image/png', size: 1, sha256: hash() }),
  incident: async () => {
    const number = ++numbers;
    const settings = await insertRow('settings_version');
    const times = { started_at: at(-5), declared_at: at(-1) };
    return {
      ref: `INC-${number}`,
      number,
      title: 'No page opens',
      severity: 'CRITICAL',
      ...times,
      settings_version: settings.version,
    };
  },
  incident_service: () => ({ status: 'MAJOR_OUTAGE', starts_at: at(-5) }),
  incident_role: () => ({ kind: 'MANAGER', starts_at: at(-5) }),
  promise_record: () => ({ due_at: at(30), zone: 'Europe/London', made_at: at(0) }),
  clock: () => ({
    kind: 'ACKNOWLEDGE',
    severity: 'CRITICAL',
    started_at: at(0),
    due_at: at(15),
    at_risk_at: at(12),
  }),
  update: () => ({ audience: 'PUBLIC', published_at: at(0) }),
  update_revision: () => ({ number: 1, body: 'We are looking.' }),
  resource: () => ({ kind: 'EQUIPMENT', name: 'Spare server', capacity: 1 }),
  allocation: () => ({ aspect: 'INFRASTRUCTURE', starts_at: at(0), ends_at: at(60) }),
  plan: async () => ({ service_id: (await insertRow('service')).id, kind: 'FAILOVER', name: 'Switch over' }),
  plan_version: () => ({ number: 1, content: '{}', checksum: hash() }),
  run: async () => {
    const number = ++numbers;
    const plan = await insertRow('plan');
    const planVersion = await insertRow('plan_version', { plan_id: plan.id });
    const settings = await insertRow('settings_version');
    const owners = { service_id: plan.service_id, plan_id: plan.id, plan_version_id: planVersion.id };
    return {
      ref: `FO-${number}`,
      kind: 'FAILOVER',
      number,
      mode: 'LIVE',
      ...owners,
      settings_version: settings.version,
    };
  },
  run_step: () => ({
    step_id: newId(),
    phase: 1,
    phase_name: 'Switch',
    position: 1,
    kind: 'MANUAL',
    name: 'Switch',
    config: '{}',
  }),
  step_attempt: () => ({ number: ++numbers, idempotency_key: newId(), fence: 1 }),
  automation_endpoint: () => ({
    name: 'Front',
    url: `https://${newId()}/`,
    mode: 'LIVE',
    secret: hash(),
    secret_key_id: 'k1',
  }),
  subscriber: () => ({ kind: 'EMAIL', address: `${newId()}@example.org`, unsubscribe_token_hash: hash() }),
  delivery: () => ({
    channel: 'EMAIL',
    purpose: 'update',
    recipient_kind: 'SUBSCRIBER',
    recipient_id: newId(),
    address: 'a@example.org',
    subject: 'News',
  }),
  monitor: async () => ({
    service_id: (await insertRow('service')).id,
    name: 'Front page',
    kind: 'HTTP',
    config: '{}',
  }),
  probe_result: () => ({ ok: true, total_ms: 12 }),
  event: () => ({ type: 'test.happened', v: 1, data: '{}', actor_kind: 'SYSTEM', occurred_at: at(0) }),
};

/** Tables whose key is not an `id` made by the app. */
const withoutId = new Set([
  'settings_version',
  'update_revision',
  'probe_result',
  'file_chunk',
  'event_subject',
  'event_position',
  'service_dependency',
]);

/** Inserts one row as SQL, past the client and its rules, and answers it as stored. */
export async function insertRow(table: string, given: Row = {}): Promise<Row> {
  const own = await complete[table]?.();
  const row: Row = { ...(withoutId.has(table) ? {} : { id: newId() }), ...own, ...given };
  const columns = Object.keys(row);
  const values = columns.map((_, i) => `$${i + 1}`);
  const { rows } = await pool().query(
    `insert into "${table}" (${columns.map((c) => `"${c}"`).join(', ')}) values (${values.join(', ')}) returning *`,
    Object.values(row),
  );
  return rows[0];
}

/** The name of the constraint (or index, or the SQLSTATE) that refuses the work; a failure when nothing does. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    const { constraint, code } = error as { constraint?: string; code?: string };
    return constraint ?? code ?? String(error);
  }
  throw new Error('The database accepted it.');
}
