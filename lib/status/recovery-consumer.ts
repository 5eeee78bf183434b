import type { Tx } from '@/lib/database/db';
import { planContentSchema } from '@/lib/plans/rules/content';
import { databaseNow } from '@/lib/platform/command';
import { systemContext } from '@/lib/platform/context';
import type { Consumer } from '@/lib/platform/events/consumers';
import type { StoredEvent } from '@/lib/platform/events/event-type';
import { recordEvents } from '@/lib/platform/events/record-events';
import {
  runAborted,
  runBegun,
  runConsentSet,
  runFailed,
  runStepStarted,
  runVerified,
} from '@/lib/runs/events';
import { currentStep } from '@/lib/runs/rules/progress';
import { rulesOf } from '@/lib/runs/subject';
import { type RecoveryAnnouncement, recoveryAnnounced } from './events';

const causes: ReadonlySet<string> = new Set(
  [runBegun, runStepStarted, runConsentSet, runVerified, runFailed, runAborted].map(({ type }) => type),
);

const select = {
  id: true,
  state: true,
  announces: true,
  demoHistory: true,
  incidentId: true,
  incident: { select: { visibility: true } },
  planVersion: { select: { content: true } },
  steps: {
    where: { phase: { gt: 0 } },
    select: { phase: true, position: true, kind: true, state: true, config: true },
  },
} as const;

async function lastAnnounced(tx: Tx, runId: string) {
  const row = await tx.event.findFirst({
    where: { type: recoveryAnnounced.type, subjects: { some: { kind: 'run', subjectId: runId } } },
    orderBy: { id: 'desc' },
    select: { type: true, data: true },
  });
  return row ? recoveryAnnounced.read({ type: row.type, data: row.data as Record<string, unknown> }) : null;
}

type Last = Awaited<ReturnType<typeof lastAnnounced>>;

/** What users are told anew by an event of a run that they are told of; null when it is nothing. */
function news(event: StoredEvent, step: number | null, last: Last): RecoveryAnnouncement | null {
  const known = last !== null && last.what !== 'WITHDRAWN';
  const { type } = event;
  if (type === runVerified.type) {
    // Users are not told that it is checked when some of it was left out; what is true then a person says.
    const proven = runVerified.read(event)?.rtaSeconds !== null;
    return known ? (proven ? 'VERIFIED' : 'WITHDRAWN') : null;
  }
  if (type === runFailed.type || type === runAborted.type) return known ? 'STOPPED' : null;
  if (last === null) return step === null ? null : 'BEGUN';
  return step !== null && (!known || step !== last.step) ? 'STEP' : null;
}

async function handle(tx: Tx, event: StoredEvent): Promise<void> {
  const runId = event.data.runId;
  if (event.mode === 'DRILL' || !causes.has(event.type) || typeof runId !== 'string') return;
  const run = await tx.run.findUnique({ where: { id: runId }, select });
  if (!run?.incidentId || run.demoHistory || run.incident?.visibility !== 'PUBLIC') return;
  const last = await lastAnnounced(tx, runId);
  const steps = run.steps.map((step) => ({ ...step, ...rulesOf(step.config) }));
  const begun = run.state !== 'PRECHECK';
  // What the event itself says where it names a phase: by now the run may be further.
  const started = runStepStarted.read(event);
  const phase = started ? started.phase : begun ? (currentStep(steps)?.phase ?? null) : null;
  const step = phase === 0 ? null : phase;
  const withdrawn = !run.announces && last !== null && last.what !== 'WITHDRAWN';
  const what = run.announces ? news(event, step, last) : withdrawn ? 'WITHDRAWN' : null;
  if (!what) return;
  const of = planContentSchema.parse(run.planVersion.content).phases.length;
  const announced = recoveryAnnounced(
    { runId, incidentId: run.incidentId, what, step, of },
    { occurredAt: event.occurredAt },
  );
  await recordEvents(tx, systemContext('tell-recovery'), await databaseNow(tx), [announced]);
}

/**
 * With the operator's consent each phase of a live run of a public incident is told, once: the event is what pages of
 * reporters, mails and the timeline go by. Without it, users read nothing of the run.
 */
export const recoveryConsumer: Consumer = { name: 'tell-recovery', handle };
