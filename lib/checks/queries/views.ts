import { z } from 'zod';
import { checkOutcomeSchema, checkStateSchema, findingStateSchema } from '@/lib/checks/schema';
import { incidentStageSchema } from '@/lib/incidents/schema';
import { instant, view } from '@/lib/platform/answers/view';
import { probeSchema, timingsSchema } from '@/lib/probes/rules/probe';
import { probeKindSchema } from '@/lib/probes/schema';
import { areaSchema } from '@/lib/services/schema';

const nodeStateSchema = z.enum(['ok', 'fault', 'unclear', 'unknown']);
export type NodeState = z.infer<typeof nodeStateSchema>;

/** A place on the path of a request. */
const pathNodeSchema = view('PathNode', {
  key: z.string(),
  kind: z.enum(['users', 'network', 'front', 'service', 'server']),
  label: z.string(),
  detail: z.string(),
  state: nodeStateSchema,
  area: areaSchema.nullable(),
  /** Whether the fault points here. */
  here: z.boolean(),
});
export type PathNode = z.infer<typeof pathNodeSchema>;

const pointingSchema = view('Pointing', {
  /** None while nothing points anywhere. */
  area: areaSchema.nullable(),
  headline: z.string(),
  explanation: z.string(),
  /** What it points to, when that is a server or a service. */
  serverIds: z.array(z.string()),
  serviceId: z.uuid().nullable(),
  /** Checks whose faults led here. */
  because: z.array(z.string()),
  /** One path for each service. */
  paths: z.array(
    z.object({
      serviceId: z.uuid(),
      name: z.string(),
      nodes: z.array(pathNodeSchema),
    }),
  ),
  notExamined: z.array(
    z.object({
      sentence: z.string(),
      checkId: z.uuid().nullable(),
    }),
  ),
});
export type Pointing = z.infer<typeof pointingSchema>;

const namedSchema = z.object({
  id: z.uuid(),
  name: z.string(),
});

export const checkResultViewSchema = view('CheckResultView', {
  id: z.uuid(),
  outcome: checkOutcomeSchema,
  sentence: z.string(),
  timings: timingsSchema.nullable(),
  evidence: z.record(z.string(), z.unknown()).nullable(),
  startedAt: instant,
  finishedAt: instant,
  /** Who recorded it; null when Standby ran it. */
  by: namedSchema.nullable(),
});
export type CheckResultView = z.infer<typeof checkResultViewSchema>;

export const checkViewSchema = view('CheckView', {
  id: z.uuid(),
  version: z.int(),
  area: areaSchema,
  name: z.string(),
  instruction: z.string(),
  /** None: a person does it. */
  probeKind: probeKindSchema.nullable(),
  state: checkStateSchema,
  note: z.string().nullable(),
  service: namedSchema.nullable(),
  server: namedSchema.nullable(),
  assignee: namedSchema.nullable(),
  finishedBy: namedSchema.nullable(),
  finishedAt: instant.nullable(),
  /** What it came to the last time, also while it runs again. */
  last: checkResultViewSchema.nullable(),
});
export type CheckView = z.infer<typeof checkViewSchema>;

const areaViewSchema = view('AreaView', {
  area: areaSchema,
  checked: z.int(),
  total: z.int(),
  sentence: z.string(),
  checks: z.array(checkViewSchema),
});
export type AreaView = z.infer<typeof areaViewSchema>;

/** The newest look over the network of each automated check. */
const probeRowSchema = view('ProbeRow', {
  checkId: z.uuid(),
  name: z.string(),
  probeKind: probeKindSchema,
  outcome: checkOutcomeSchema,
  sentence: z.string(),
  timings: timingsSchema,
  at: instant,
});
export type ProbeRow = z.infer<typeof probeRowSchema>;

const findingViewSchema = view('FindingView', {
  id: z.uuid(),
  version: z.int(),
  area: areaSchema,
  sentence: z.string(),
  state: findingStateSchema,
  by: namedSchema.nullable(),
  settledBy: namedSchema.nullable(),
  createdAt: instant,
  settledAt: instant.nullable(),
  check: namedSchema.nullable(),
});
export type FindingView = z.infer<typeof findingViewSchema>;

/** OLD_PRIMARY is Critical: data is lost while it lasts. */
const serviceFindingKindSchema = z.enum(['OLD_PRIMARY', 'ADDRESS', 'DATASET']);

/** What Standby found on a service, apart from any incident, until it is settled or gone. */
export const serviceFindingSchema = view('ServiceFinding', {
  id: z.uuid(),
  version: z.int(),
  area: areaSchema,
  sentence: z.string(),
  kind: serviceFindingKindSchema,
  service: z.object({ slug: z.string(), name: z.string() }),
  incidentRef: z.string().nullable(),
  runRef: z.string().nullable(),
  createdAt: instant,
  acts: z.array(z.literal('finding.settle')),
});
export type ServiceFinding = z.infer<typeof serviceFindingSchema>;

/** What people do in an investigation, as long as its incident is not closed. */
export const investigationActs = [
  'check.createChecklist',
  'check.add',
  'check.run',
  'check.record',
  'check.skip',
  'check.assign',
  'finding.add',
  'finding.settle',
] as const;

export const incidentChecksViewSchema = view('IncidentChecksView', {
  incidentId: z.uuid(),
  ref: z.string(),
  stage: incidentStageSchema,
  checked: z.int(),
  total: z.int(),
  /** Automated checks that wait or run. */
  busy: z.int(),
  areas: z.array(areaViewSchema),
  probes: z.array(probeRowSchema),
  points: pointingSchema,
  findings: z.array(findingViewSchema),
  /** For choosing what a new check is about. */
  services: z.array(
    namedSchema.extend({
      servers: z.array(namedSchema),
    }),
  ),
  /** What the reader may do with them. */
  acts: z.array(z.enum(investigationActs)),
});
export type IncidentChecksView = z.infer<typeof incidentChecksViewSchema>;

const checkTemplateViewSchema = view('CheckTemplateView', {
  id: z.uuid(),
  version: z.int(),
  area: areaSchema,
  name: z.string(),
  instruction: z.string(),
  probe: probeSchema.nullable(),
  position: z.int(),
  service: namedSchema.nullable(),
});
export type CheckTemplateView = z.infer<typeof checkTemplateViewSchema>;

export const checkTemplatesViewSchema = view('CheckTemplatesView', {
  service: namedSchema
    .extend({
      slug: z.string(),
    })
    .nullable(),
  templates: z.array(checkTemplateViewSchema),
  /** What Standby makes of the catalogue by itself; empty without a service. */
  derived: z.array(
    z.object({
      area: areaSchema,
      name: z.string(),
      instruction: z.string(),
      probeKind: probeKindSchema,
    }),
  ),
});
export type CheckTemplatesView = z.infer<typeof checkTemplatesViewSchema>;

/** What an act on a check answers. */
export const checkActViewSchema = view('CheckActView', {
  id: z.uuid(),
  state: checkStateSchema,
  version: z.int(),
});
export type CheckActView = z.infer<typeof checkActViewSchema>;

/** What an act on a finding answers. */
export const findingActViewSchema = view('FindingActView', {
  id: z.uuid(),
  state: findingStateSchema,
  version: z.int(),
});
export type FindingActView = z.infer<typeof findingActViewSchema>;
