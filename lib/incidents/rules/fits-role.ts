import type { IncidentRole } from '@/lib/incidents/schema';
import type { Role } from '@/lib/platform/context';
import { updatePolicy } from '@/lib/updates/policy';

/** Whether a member may hold a role: who leads or speaks for the provider may publish, the others are of the team. */
export function fitsRole(member: { role: Role }, role: IncidentRole): boolean {
  const assists = role === 'RESOLVER' || role === 'SCRIBE';
  return assists ? member.role !== 'USER' : updatePolicy['update.publish'].yes.includes(member.role);
}
