import type { Db } from '@/lib/database/db';
import type { IncidentStage } from '@/lib/incidents/schema';
import type { Visibility } from '@/lib/services/schema';
import { currentSettings } from '@/lib/settings/in-force';
import { publicRecoveries } from '@/lib/status/queries/recoveries';
import { recoveryBasis, recoveryExpectation, recoveryHeading } from '@/lib/status/rules/recovery';
import type { TrackRecovery } from './views';

interface About {
  id: string;
  stage: IncidentStage;
  visibility: Visibility;
}

/** What a reporter reads of the recovery of the incident: what everybody may, and nothing of an internal one. */
export async function trackRecovery(db: Db, incident: About | null): Promise<TrackRecovery | null> {
  if (incident?.visibility !== 'PUBLIC') return null;
  const now = new Date();
  const recovery = (await publicRecoveries(db, [incident.id], now)).get(incident.id);
  const over = incident.stage === 'RESOLVED' || incident.stage === 'CLOSED';
  if (!recovery || (over && recovery.state !== 'DONE')) return null;
  const { organisation } = await currentSettings(db);
  const reading = { zone: organisation.zone, asOf: now.toISOString() };
  return {
    heading: recoveryHeading(recovery),
    expectation: recoveryExpectation(recovery, reading),
    basis: recoveryBasis(recovery, reading),
    steps: recovery.steps,
  };
}
