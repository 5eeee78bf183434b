import { auditPolicy } from '@/lib/audit/policy';
import { automationPolicy } from '@/lib/automation/policy';
import { checkPolicy } from '@/lib/checks/policy';
import { datasetPolicy } from '@/lib/datasets/policy';
import { deliveryPolicy } from '@/lib/deliveries/policy';
import { incidentPolicy } from '@/lib/incidents/policy';
import { memberPolicy } from '@/lib/members/policy';
import { monitorPolicy } from '@/lib/monitors/policy';
import { planPolicy } from '@/lib/plans/policy';
import type { PolicyRow } from '@/lib/platform/policy';
import { reportPolicy } from '@/lib/reports/policy';
import { resourcePolicy } from '@/lib/resources/policy';
import { runPolicy } from '@/lib/runs/policy';
import { servicePolicy } from '@/lib/services/policy';
import { settingsPolicy } from '@/lib/settings/policy';
import { subscriberPolicy } from '@/lib/subscribers/policy';
import { suitePolicy } from '@/lib/suites/policy';
import { updatePolicy } from '@/lib/updates/policy';

/** The whole policy: every act of every noun, and who may do it. */
export const policyTable: Record<string, PolicyRow> = {
  ...auditPolicy,
  ...checkPolicy,
  ...automationPolicy,
  ...datasetPolicy,
  ...deliveryPolicy,
  ...incidentPolicy,
  ...memberPolicy,
  ...monitorPolicy,
  ...planPolicy,
  ...reportPolicy,
  ...resourcePolicy,
  ...runPolicy,
  ...servicePolicy,
  ...settingsPolicy,
  ...subscriberPolicy,
  ...suitePolicy,
  ...updatePolicy,
};
