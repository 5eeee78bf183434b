import { expect, test } from 'vitest';
import { checkStateSchema } from '@/lib/checks/schema';
import { clockKindSchema } from '@/lib/clocks/schema';
import {
  attemptOutcomeSchema,
  deliveryChannelSchema,
  deliveryStateSchema,
  recipientKindSchema,
  suppressionReasonSchema,
} from '@/lib/deliveries/schema';
import {
  causeKindSchema,
  incidentRoleSchema,
  incidentStageSchema,
  promiseStateSchema,
} from '@/lib/incidents/schema';
import { roleSchema } from '@/lib/members/schema';
import { stepKindSchema } from '@/lib/plans/rules/content';
import { planKindSchema, runModeSchema } from '@/lib/plans/schema';
import { probeKindSchema, senseSchema } from '@/lib/probes/schema';
import { affectedSchema, sincePrecisionSchema } from '@/lib/reports/rules/details';
import {
  fixedAnswerSchema,
  messageAuthorSchema,
  reportChannelSchema,
  reportStateSchema,
} from '@/lib/reports/schema';
import { allocationStateSchema, aspectSchema, resourceKindSchema } from '@/lib/resources/schema';
import { attemptStateSchema, runStateSchema, stepStateSchema, waitingForSchema } from '@/lib/runs/schema';
import { areaSchema, serverRoleSchema, serviceStatusSchema, visibilitySchema } from '@/lib/services/schema';
import { severitySchema } from '@/lib/severity/schema';
import { subscriberKindSchema, subscriberStateSchema } from '@/lib/subscribers/schema';
import { audienceSchema } from '@/lib/updates/schema';
import * as stored from '@/prisma/generated/enums';

/** Each enum of the database with the one that inputs and views are parsed by. */
const pairs: [keyof typeof stored, { options: string[] }][] = [
  ['Affected', affectedSchema],
  ['AllocationState', allocationStateSchema],
  ['Area', areaSchema],
  ['Aspect', aspectSchema],
  ['AttemptOutcome', attemptOutcomeSchema],
  ['AttemptState', attemptStateSchema],
  ['CauseKind', causeKindSchema],
  ['CheckState', checkStateSchema],
  ['ClockKind', clockKindSchema],
  ['DeliveryChannel', deliveryChannelSchema],
  ['DeliveryState', deliveryStateSchema],
  ['IncidentRoleKind', incidentRoleSchema],
  ['IncidentStage', incidentStageSchema],
  ['MemberRole', roleSchema],
  ['MessageAuthor', messageAuthorSchema],
  ['PlanKind', planKindSchema],
  ['ProbeKind', probeKindSchema],
  ['PromiseState', promiseStateSchema],
  ['RecipientKind', recipientKindSchema],
  ['ReportAnswerKind', fixedAnswerSchema],
  ['ReportChannel', reportChannelSchema],
  ['ReportState', reportStateSchema],
  ['ResourceKind', resourceKindSchema],
  ['RunMode', runModeSchema],
  ['RunState', runStateSchema],
  ['Sense', senseSchema],
  ['ServerRole', serverRoleSchema],
  ['ServiceStatus', serviceStatusSchema],
  ['Severity', severitySchema],
  ['SincePrecision', sincePrecisionSchema],
  ['StepKind', stepKindSchema],
  ['StepState', stepStateSchema],
  ['SubscriberKind', subscriberKindSchema],
  ['SubscriberState', subscriberStateSchema],
  ['SuppressionReason', suppressionReasonSchema],
  ['UpdateAudience', audienceSchema],
  ['Visibility', visibilitySchema],
  ['WaitingFor', waitingForSchema],
];

/** Enums that never come from outside. */
const storedOnly = [
  'AlertState',
  'CaseOutcome',
  'DrillKind',
  'FindingState',
  'MonitorState',
  'ReportTokenPurpose',
  'RollupPeriod',
  'SuiteRunState',
];

const values: Record<keyof typeof stored, object> = stored;

test.each(pairs)('%s has the same values in the database and in the code', (name, schema) => {
  expect(schema.options).toEqual(Object.values(values[name]));
});

test('no enum of the database is forgotten here', () => {
  expect([...pairs.map(([name]) => name), ...storedOnly].sort()).toEqual(Object.keys(stored).sort());
});
