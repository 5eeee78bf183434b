import { publicTarget, targetOf } from '@/lib/checks/rules/address';
import { type CheckedService, frontOf } from '@/lib/checks/rules/derive';
import type { Aim, Fault, PointCheck, PointService } from '@/lib/checks/rules/pointing';
import type { CheckState } from '@/lib/checks/schema';
import type { ProbeKind } from '@/lib/probes/schema';
import { type CheckRow, evidenceOf } from './check-rows';

const aimAtServer: Partial<Record<ProbeKind, Aim>> = {
  TCP: 'PORT',
  HTTP: 'HEALTH',
  REPLICATION_LAG: 'STEP',
  KNOWN_GOOD: 'KNOWN_GOOD',
  BACKUP_AGE: 'BACKUP',
};
const aimAtService: Partial<Record<ProbeKind, Aim>> = {
  DNS: 'NAME',
  TCP: 'REACH',
  TLS: 'CERTIFICATE',
  LATENCY: 'LINE',
  HTTP: 'ANSWER',
  KNOWN_GOOD: 'KNOWN_GOOD',
  BACKUP_AGE: 'BACKUP',
};

function aimOf(row: CheckRow, services: ReadonlySet<string>): Aim {
  if (!row.probeKind) return 'PERSON';
  if (row.serverId) return aimAtServer[row.probeKind] ?? 'PERSON';
  // A check of a service that is not on the incident looks at what the incident's services need.
  if (row.serviceId && !services.has(row.serviceId)) return 'DEPENDENCY';
  // Of no service in particular: it says what it found, and the rule cannot know where that lies.
  return row.serviceId ? (aimAtService[row.probeKind] ?? 'PERSON') : 'PERSON';
}

/** While a check runs again, what it came to the last time counts. */
function effective(row: CheckRow): CheckState {
  const [last] = row.results;
  const again = row.state === 'PENDING' || row.state === 'RUNNING';
  return again && last ? last.outcome : row.state;
}

function faultOf(row: CheckRow): Fault | null {
  const [last] = row.results;
  const fault = last ? evidenceOf(last)?.fault : null;
  return typeof fault === 'string' ? (fault as Fault) : null;
}

/** Checks as the rule of where the fault points sees them. */
export function pointChecks(rows: readonly CheckRow[], serviceIds: readonly string[]): PointCheck[] {
  const services = new Set(serviceIds);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    area: row.area,
    aim: aimOf(row, services),
    state: effective(row),
    fault: faultOf(row),
    serviceId: row.serviceId,
    serverId: row.serverId,
  }));
}

export function pointService(service: CheckedService): PointService {
  const front = frontOf(service);
  return {
    id: service.id,
    name: service.name,
    hasAddress: publicTarget(service.publicAddress) !== null,
    hasSuite: service.suites.length > 0,
    servers: service.servers.map(({ id, name, role, address }) => ({
      id,
      name,
      role,
      front: id === front?.id,
      hasAddress: Boolean(targetOf(address)?.port),
    })),
  };
}
