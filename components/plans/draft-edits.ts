import { randomId } from '@/components/api/random-id';
import type { Repair } from '@/lib/plans/queries/views';
import type { StepKind } from '@/lib/plans/rules/content';
import type { DraftPhase, DraftStep, PlanDraft } from '@/lib/plans/rules/draft';
import { insertStep, moveStep, placesOf } from '@/lib/plans/rules/place';

const timeouts: Record<StepKind, number> = {
  MANUAL: 600,
  AUTOMATED: 120,
  CHECK: 60,
  VERIFICATION: 300,
  APPROVAL: 600,
  ANNOUNCEMENT: 120,
  WAIT: 120,
};

const ownFields: Record<StepKind, () => Record<string, DraftStep[string]>> = {
  MANUAL: () => ({ instruction: '', probe: null, mayAnswer: false, switches: false, fences: false }),
  AUTOMATED: () => ({
    endpoints: { live: null, drill: null },
    action: '',
    input: {},
    answer: 'ANSWER',
    retries: 0,
    reloads: null,
    expects: null,
    probe: null,
    switches: false,
    fences: false,
  }),
  CHECK: () => ({ probe: newProbe('HTTP'), tries: 3, everySeconds: 5 }),
  VERIFICATION: () => ({ suiteId: '', address: '' }),
  APPROVAL: () => ({ question: '' }),
  ANNOUNCEMENT: () => ({ audience: 'PUBLIC', text: '' }),
  WAIT: () => ({ seconds: 60 }),
};

/** What a probe of a kind begins with. */
export function newProbe(kind: string): Record<string, DraftStep[string]> {
  const request = { method: 'GET', url: '', headers: {}, body: null, redirects: 0 };
  const byKind: Record<string, Record<string, DraftStep[string]>> = {
    HTTP: { request, expect: { status: [], text: null, json: [], maxMs: null } },
    TCP: { host: '', port: null },
    DNS: { host: '', expect: [] },
    TLS: { host: '', port: 443, servername: null, minDays: 14 },
    LATENCY: { host: '', port: null, tries: 5, maxMs: 500, maxLoss: 0 },
    REPLICATION_LAG: { request, path: '', maxSeconds: 30 },
    BACKUP_AGE: { datasetId: '' },
  };
  const timeout = kind === 'BACKUP_AGE' ? {} : { timeoutMs: 10_000 };
  return { kind, ...byKind[kind], ...timeout };
}

export function newStep(kind: StepKind, name = ''): DraftStep {
  const common = { detail: '', timeoutSeconds: timeouts[kind], onFailure: failure(kind) };
  return { id: randomId(), kind, name, ...common, ...ownFields[kind]() };
}

const failure = (kind: StepKind) => (kind === 'ANNOUNCEMENT' ? 'CARRY_ON' : 'PAUSE');

/**
 * Another kind; what was typed for the kinds before stays in the draft, and what it lacks is filled in, also where a kind
 * before could do without. A time-out and an answer to failure that nobody touched become those of the new kind.
 */
export function asKind(step: DraftStep, kind: StepKind): DraftStep {
  const timeoutSeconds =
    step.timeoutSeconds === timeouts[step.kind] ? timeouts[kind] : (step.timeoutSeconds ?? null);
  const onFailure = step.onFailure === failure(step.kind) ? failure(kind) : (step.onFailure ?? null);
  const typed = Object.fromEntries(Object.entries(step).filter(([, value]) => value !== null)) as DraftStep;
  return { ...step, ...ownFields[kind](), ...typed, kind, timeoutSeconds, onFailure };
}

export function newPhase(): DraftPhase {
  return { id: randomId(), name: '', publicName: '', steps: [] };
}

export function changeStep(draft: PlanDraft, step: DraftStep): PlanDraft {
  const phases = draft.phases.map((phase) => ({
    ...phase,
    steps: phase.steps.map((other) => (other.id === step.id ? step : other)),
  }));
  return { ...draft, phases };
}

export function removeStep(draft: PlanDraft, id: string): PlanDraft {
  const phases = draft.phases.map((phase) => ({
    ...phase,
    steps: phase.steps.filter((step) => step.id !== id),
  }));
  return { ...draft, phases };
}

/** One place up or down; at the edge of a phase into the next one. At the very edge nothing changes. */
export function nudgeStep(draft: PlanDraft, id: string, by: -1 | 1): PlanDraft {
  const place = placesOf(draft).find(({ step }) => step.id === id);
  const phase = draft.phases[place?.phase ?? -1];
  if (!place || !phase) return draft;
  const index = place.index + by;
  if (index >= 0 && index < phase.steps.length) return moveStep(draft, id, { phaseId: phase.id, index });
  const next = draft.phases[place.phase + by];
  if (!next) return draft;
  return moveStep(draft, id, { phaseId: next.id, index: by === 1 ? 0 : next.steps.length });
}

export function nudgePhase(draft: PlanDraft, id: string, by: -1 | 1): PlanDraft {
  const at = draft.phases.findIndex((phase) => phase.id === id);
  const phase = draft.phases[at];
  const other = draft.phases[at + by];
  if (!phase || !other) return draft;
  const phases = [...draft.phases];
  phases[at] = other;
  phases[at + by] = phase;
  return { ...draft, phases };
}

/** What the button of a lint line does, and the step to look at afterwards. */
export function repaired(draft: PlanDraft, repair: Repair): { draft: PlanDraft; stepId: string | null } {
  switch (repair.kind) {
    case 'MOVE':
      return { draft: moveStep(draft, repair.stepId, repair), stepId: repair.stepId };
    case 'ADD': {
      const step = newStep(repair.step.kind, repair.step.name);
      return { draft: insertStep(draft, step, repair), stepId: step.id };
    }
    case 'REMOVE_PHASE':
      return {
        draft: { ...draft, phases: draft.phases.filter((phase) => phase.id !== repair.phaseId) },
        stepId: null,
      };
  }
}
