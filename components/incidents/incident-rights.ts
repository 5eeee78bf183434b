import { incidentPolicy } from '@/lib/incidents/policy';
import { allowed, type PolicyRow } from '@/lib/platform/policy';
import { reportPolicy } from '@/lib/reports/policy';
import { resourcePolicy } from '@/lib/resources/policy';
import { updatePolicy } from '@/lib/updates/policy';

const acts = {
  note: incidentPolicy['incident.addNote'],
  advance: incidentPolicy['incident.advance'],
  regrade: incidentPolicy['incident.regrade'],
  resolve: incidentPolicy['incident.resolve'],
  close: incidentPolicy['incident.close'],
  reopen: incidentPolicy['incident.reopen'],
  declare: incidentPolicy['incident.declare'],
  assignRole: incidentPolicy['incident.assignRole'],
  movePromise: incidentPolicy['incident.movePromise'],
  setService: incidentPolicy['incident.setServiceStatus'],
  setVisibility: incidentPolicy['incident.setVisibility'],
  publish: updatePolicy['update.publish'],
  edit: updatePolicy['update.edit'],
  readReports: reportPolicy['report.read'],
  answer: reportPolicy['report.answer'],
  allocate: resourcePolicy['allocation.request'],
} as const satisfies Record<string, PolicyRow>;

type IncidentAct = keyof typeof acts;
export type IncidentRights = Record<IncidentAct, boolean>;

/** What somebody who may read the incident may do with it. The commands ask again; this only hides what is refused. */
export function incidentRights(actor: Parameters<typeof allowed>[1]): IncidentRights {
  const entries = Object.entries(acts).map(([act, row]) => [act, allowed(row, actor, true)]);
  return Object.fromEntries(entries) as IncidentRights;
}
