import type { PlanStep } from '@/lib/plans/rules/content';
import type { Person } from '@/lib/platform/answers/view';
import type { Actor } from '@/lib/platform/context';
import { exactDuration } from '@/lib/platform/rules/duration';
import { stepActs } from '@/lib/runs/rules/acts';
import { evidenceOf, type StepEvidence } from '@/lib/runs/rules/evidence';
import { planStepOf, rulesOf } from '@/lib/runs/subject';
import type { Prisma } from '@/prisma/generated/client';
import type { AttemptView, RunStepView, RunView } from './views';

const person = { select: { id: true, name: true } } as const;

export const stepViewSelect = {
  id: true,
  stepId: true,
  phase: true,
  phaseName: true,
  position: true,
  kind: true,
  name: true,
  config: true,
  state: true,
  expectedSeconds: true,
  timeoutSeconds: true,
  startedAt: true,
  finishedAt: true,
  skipReason: true,
  note: true,
  evidence: true,
  member: person,
  attempts: {
    orderBy: { number: 'asc' },
    select: {
      id: true,
      number: true,
      state: true,
      ok: true,
      sentence: true,
      preparedAt: true,
      sentAt: true,
      answeredAt: true,
      decision: true,
      decidedBy: person,
      callbacks: { orderBy: { receivedAt: 'desc' }, take: 1, select: { accepted: true, reason: true } },
    },
  },
  suiteRuns: {
    orderBy: { startedAt: 'desc' },
    take: 1,
    select: {
      id: true,
      suiteId: true,
      state: true,
      total: true,
      matched: true,
      differed: true,
      explained: true,
    },
  },
} satisfies Prisma.RunStepSelect;

type Row = Prisma.RunStepGetPayload<{ select: typeof stepViewSelect }>;

export const iso = (at: Date | null) => at?.toISOString() ?? null;

function attemptView(attempt: Row['attempts'][number]): AttemptView {
  // A call-back that came and was not taken is what a person who decides wants to know.
  const ignored = attempt.callbacks[0]?.accepted === false ? attempt.callbacks[0].reason : null;
  return {
    id: attempt.id,
    number: attempt.number,
    state: attempt.state,
    ok: attempt.ok,
    sentence: [attempt.sentence, ignored].filter(Boolean).join(' ') || null,
    preparedAt: attempt.preparedAt.toISOString(),
    sentAt: iso(attempt.sentAt),
    answeredAt: iso(attempt.answeredAt),
    decision: attempt.decision,
    decidedBy: attempt.decidedBy,
  };
}

/** What the kind asks of a person, or shows. */
function askOf(config: PlanStep): string | null {
  switch (config.kind) {
    case 'MANUAL':
      return config.instruction;
    case 'APPROVAL':
      return config.question;
    case 'ANNOUNCEMENT':
      return config.text;
    case 'VERIFICATION':
      return config.address;
    case 'AUTOMATED':
      return config.action;
    case 'WAIT':
      return exactDuration(config.seconds);
    case 'CHECK': {
      const { probe } = config;
      if ('request' in probe) return `${probe.request.method} ${probe.request.url}`;
      if ('host' in probe) return 'port' in probe ? `${probe.host}:${probe.port}` : probe.host;
      return 'address' in probe ? probe.address : null;
    }
  }
}

function secondsOf(row: Row): number | null {
  if (!row.startedAt || !row.finishedAt) return null;
  return (row.finishedAt.getTime() - row.startedAt.getTime()) / 1_000;
}

/** What was answered; and what the step's own probe showed of it, where it has one. */
function sentenceOf(answered: string | null | undefined, { sentence, tries }: StepEvidence): string | null {
  if (!answered || !sentence) return answered ?? sentence;
  return tries === undefined ? answered : `${answered} ${sentence}`;
}

/** The steps of the plan as the reader sees them. */
export function stepViews(
  rows: Row[],
  actor: Actor,
  run: Pick<RunView, 'state' | 'waitingFor'>,
): RunStepView[] {
  const ruledSteps = rows.map((row) => ({ ...row, ...rulesOf(row.config) }));
  const places = new Map<number, number>();
  return ruledSteps
    .filter((row) => row.phase > 0)
    .map((row) => {
      const place = (places.get(row.phase) ?? 0) + 1;
      places.set(row.phase, place);
      const config = planStepOf(row);
      const attempts = row.attempts.map(attemptView);
      return {
        id: row.id,
        stepId: row.stepId,
        phase: row.phase,
        phaseName: row.phaseName,
        label: `${row.phase}.${place}`,
        position: row.position,
        kind: row.kind,
        name: row.name,
        detail: config.detail ?? '',
        state: row.state,
        ask: askOf(config),
        expectedSeconds: row.expectedSeconds,
        actualSeconds: secondsOf(row),
        startedAt: iso(row.startedAt),
        finishedAt: iso(row.finishedAt),
        timeoutSeconds: row.timeoutSeconds,
        member: row.member satisfies Person | null,
        note: row.note,
        skipReason: row.skipReason,
        sentence: sentenceOf(attempts.at(-1)?.sentence, evidenceOf(row)),
        shown: evidenceOf(row).shown ?? null,
        switches: row.switches,
        attempts,
        suiteRun: row.suiteRuns[0] ?? null,
        acts: stepActs(actor, run, row, ruledSteps),
      };
    });
}

/** The lines of the precheck, which are the steps of phase 0. */
export function precheckViews(rows: Row[]): RunView['precheck'] {
  return rows
    .filter((row) => row.phase === 0)
    .map((row) => {
      const { outcome, sentence } = evidenceOf(row);
      return { id: row.id, name: row.name, state: outcome ?? 'PENDING', sentence };
    });
}
