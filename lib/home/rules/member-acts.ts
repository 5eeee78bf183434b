import { auditPolicy } from '@/lib/audit/policy';
import { automationPolicy } from '@/lib/automation/policy';
import { checkPolicy } from '@/lib/checks/policy';
import { datasetPolicy } from '@/lib/datasets/policy';
import { incidentPolicy } from '@/lib/incidents/policy';
import { memberPolicy } from '@/lib/members/policy';
import { monitorPolicy } from '@/lib/monitors/policy';
import { planPolicy } from '@/lib/plans/policy';
import type { Actor } from '@/lib/platform/context';
import { actsOf } from '@/lib/platform/policy';
import { resourcePolicy } from '@/lib/resources/policy';
import { runPolicy } from '@/lib/runs/policy';
import { servicePolicy } from '@/lib/services/policy';
import { settingsPolicy } from '@/lib/settings/policy';
import { subscriberPolicy } from '@/lib/subscribers/policy';

const rows = {
  ...auditPolicy,
  ...automationPolicy,
  ...checkPolicy,
  ...datasetPolicy,
  ...incidentPolicy,
  ...memberPolicy,
  ...monitorPolicy,
  ...planPolicy,
  ...resourcePolicy,
  ...runPolicy,
  ...servicePolicy,
  ...settingsPolicy,
  ...subscriberPolicy,
};

/** Acts that are offered for what a member is, whatever they are about; a subject's own acts stand in its view. */
export const memberActs = [
  'allocation.request',
  'audit.verify',
  'automation.create',
  'checkTemplate.edit',
  'dataset.acceptSnapshot',
  'dataset.edit',
  'incident.declare',
  'member.setRole',
  'monitor.edit',
  'plan.create',
  'resource.archive',
  'resource.create',
  'run.start',
  'service.create',
  'service.edit',
  'settings.change',
  'settings.changeClocks',
  'subscriber.list',
  'team.edit',
] as const satisfies (keyof typeof rows)[];
export type MemberAct = (typeof memberActs)[number];

export function memberActsOf(actor: Actor): MemberAct[] {
  return actsOf(rows, memberActs, actor, false);
}
