import { pool } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { insertRow, type Row } from '@/lib/platform/testing/rows';

interface IncidentRows {
  incident: Row;
  service: Row;
}

interface Wanted {
  title?: string;
  severity?: string;
  status?: string;
  stage?: string;
  visibility?: string;
  updates?: string[];
  /** Hours before now. */
  startedHours?: number;
  resolvedHours?: number;
}

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

/** An incident on a service of its own, with public updates, as the commands leave it. */
export async function publicIncidentRows(wanted: Wanted = {}): Promise<IncidentRows> {
  const { startedHours = 1, resolvedHours, updates = ['We are looking.'] } = wanted;
  const started = hoursAgo(startedHours);
  const ended = resolvedHours === undefined ? null : hoursAgo(resolvedHours);
  const service = await insertRow('service', { name: `Service ${newId().slice(-6)}` });
  const incident = await insertRow('incident', {
    title: wanted.title ?? 'No page opens',
    severity: wanted.severity ?? 'CRITICAL',
    stage: wanted.stage ?? (ended ? 'RESOLVED' : 'INVESTIGATING'),
    visibility: wanted.visibility ?? 'PUBLIC',
    started_at: started,
    declared_at: started,
    resolved_at: ended,
  });
  await insertRow('incident_service', {
    incident_id: incident.id,
    service_id: service.id,
    status: wanted.status ?? 'MAJOR_OUTAGE',
    starts_at: started,
    ends_at: ended,
  });
  for (const body of updates) await publicUpdate(incident, body);
  return { incident, service };
}

export async function publicUpdate(incident: Row, body: string): Promise<string> {
  const update = await insertRow('update', { incident_id: incident.id, stage: 'INVESTIGATING' });
  await insertRow('update_revision', { update_id: update.id, body });
  return String(update.id);
}

export async function run(sql: string, values: unknown[] = []): Promise<void> {
  await pool().query(sql, values);
}
