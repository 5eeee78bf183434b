import type { z } from 'zod';
import type { DraftFault } from '@/lib/plans/queries/views';
import { type PlanContent, type PlanStep, planContentSchema, stepSchema } from './content';
import type { DraftStep, PlanDraft } from './draft';

const fieldsOfKind = new Map(
  stepSchema.options.map((option) => [option.shape.kind.value, Object.keys(option.shape)]),
);

/** Without what was left from another kind, which a draft keeps and a published version does not. */
function tidyStep(step: DraftStep): Record<string, unknown> {
  const fields = fieldsOfKind.get(step.kind) ?? [];
  return Object.fromEntries(fields.flatMap((field) => (field in step ? [[field, step[field]]] : [])));
}

function tidyDraft(draft: PlanDraft) {
  return {
    ...draft,
    phases: draft.phases.map((phase) => ({ ...phase, steps: phase.steps.map(tidyStep) })),
  };
}

/** The step if it is complete, else null. */
export function completeStep(step: DraftStep): PlanStep | null {
  const parsed = stepSchema.safeParse(tidyStep(step));
  return parsed.success ? parsed.data : null;
}

export type Complete = { ok: true; content: PlanContent } | { ok: false; faults: DraftFault[] };

/** The content that a draft amounts to, or everything that is still missing or wrong in it. */
export function completeContent(draft: PlanDraft): Complete {
  const parsed = planContentSchema.safeParse(tidyDraft(draft));
  if (parsed.success) return { ok: true, content: parsed.data };
  return { ok: false, faults: parsed.error.issues.map((issue) => faultOf(draft, issue)) };
}

/** What is still missing or wrong in a draft. */
export function faultsOf(draft: PlanDraft): DraftFault[] {
  const complete = completeContent(draft);
  return complete.ok ? [] : complete.faults;
}

const fieldWords: Record<string, string> = {
  suiteId: 'Choose a verification suite.',
  'endpoints.live': 'Choose the endpoint of a live run from the list.',
  'endpoints.drill': 'Choose the endpoint of a drill from the list.',
  endpoints: 'Choose an endpoint for a live run and one for a drill.',
  action: 'Name the action of the automation.',
  instruction: 'Say what to do.',
  question: 'Say what is asked.',
  text: 'Write what people will read.',
  audience: 'Choose who is told.',
  address: 'Say against which address.',
  seconds: 'Say for how many seconds, from 1 to 86400.',
  timeoutSeconds: 'Give a time-out between 1 second and 24 hours.',
  retries: 'Retries are 0 to 3.',
  reloads: 'Choose a dataset from the list.',
  tries: 'Give a number of tries from 1 to 100.',
  everySeconds: 'Give the seconds between two tries, from 1 to 600.',
  probe: 'Choose what is looked at.',
  'probe.kind': 'Choose what is looked at.',
  'probe.request.url': 'Enter an address.',
  'probe.request': 'Enter an address.',
  'probe.host': 'Enter a host name or an address.',
  'probe.port': 'Enter a port from 1 to 65535.',
  'probe.path': 'Enter the path of a value, like status.ready.',
  'probe.maxSeconds': 'Say how many seconds behind are still good.',
  'probe.timeoutMs': 'Give a time-out between 0.1 and 60 seconds.',
  'probe.datasetId': 'Choose a dataset.',
};

/** Our own sentences of the schema pass; those of the library, which speak of types, get words of the field. */
function sentenceOf(issue: z.core.$ZodIssue, field: string): string {
  const isOurs = issue.message && !/^(Invalid|Too |Unrecognized|Number|Required)/.test(issue.message);
  if (isOurs) return issue.message;
  return fieldWords[field] ?? `Check ${field || 'this part'}: it is missing or not of the right kind.`;
}

function faultOf(draft: PlanDraft, issue: z.core.$ZodIssue): DraftFault {
  const [list, place, ...rest] = issue.path;
  const at = Number(place);
  if (list === 'phases') return phaseFault(draft, issue, at, rest);
  const field = rest.join('.');
  const message = sentenceOf(issue, field);
  if (list === 'variables') {
    const name = draft.variables[at]?.name;
    return { at: 'VARIABLE', id: String(at), label: `Variable ${name || at + 1}`, field, message };
  }
  if (list === 'precheck') {
    const id = draft.precheck[at]?.id ?? '';
    return { at: 'PRECHECK', id, label: `Precheck ${at + 1}`, field, message };
  }
  return { at: 'PLAN', id: '', label: 'Plan', field: String(list ?? ''), message };
}

function phaseFault(draft: PlanDraft, issue: z.core.$ZodIssue, at: number, rest: PropertyKey[]): DraftFault {
  const phase = draft.phases[at];
  if (rest[0] !== 'steps' || rest[1] === undefined) {
    const field = rest.join('.');
    const message =
      field === 'publicName' && !phase?.publicName.trim()
        ? 'Say what users call this phase.'
        : sentenceOf(issue, field);
    return { at: 'PHASE', id: phase?.id ?? '', label: `Phase ${at + 1}`, field, message };
  }
  const place = Number(rest[1]);
  const field = rest.slice(2).join('.');
  return {
    at: 'STEP',
    id: phase?.steps[place]?.id ?? '',
    label: `${at + 1}.${place + 1}`,
    field,
    message: sentenceOf(issue, field),
  };
}
