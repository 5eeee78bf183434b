import { endpointForRun } from '@/lib/automation/endpoint-for-run';
import type { Tx } from '@/lib/database/db';
import { incidents } from '@/lib/incidents/subject';
import { actingMember } from '@/lib/members/acting-member';
import { type PlanContent, planContentSchema } from '@/lib/plans/rules/content';
import type { PlanKind } from '@/lib/plans/schema';
import { type PlanSubject, plans } from '@/lib/plans/subject';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { permit } from '@/lib/platform/policy';
import { isolated } from '@/lib/platform/rules/isolate';
import { runStarted } from '@/lib/runs/events';
import { nextReference } from '@/lib/runs/next-reference';
import { runPolicy } from '@/lib/runs/policy';
import { type RunActView, runActViewSchema } from '@/lib/runs/queries/views';
import { type DrillKind, openRunStates, startInput } from '@/lib/runs/schema';
import { createSteps, resolveSteps } from '@/lib/runs/steps/create-steps';
import { factsOf } from '@/lib/runs/subject';
import { settingsInForce } from '@/lib/settings/in-force';
import { settleOldPrimary } from './settle-old-primary';

async function publishedVersion(tx: Tx, plan: PlanSubject) {
  if (plan.archivedAt)
    throw new AppError('precondition', `${isolated(plan.name)} is archived. Choose another plan.`);
  if (plan.published === null) {
    throw new AppError(
      'precondition',
      `${plan.name} has never been published. A manager publishes it first.`,
    );
  }
  const version = await tx.planVersion.findUniqueOrThrow({
    where: { planId_number: { planId: plan.id, number: plan.published } },
  });
  const content = planContentSchema.parse(version.content);
  if (content.phases.every((phase) => phase.steps.length === 0)) {
    throw new AppError('precondition', `${isolated(plan.name)} has no steps yet.`);
  }
  return { id: version.id, number: version.number, content };
}

/** @throws AppError `conflict` that names the live run which is under way on the service */
async function assertOnlyLive(tx: Tx, serviceId: string): Promise<void> {
  // Whoever comes second on a service sees the run of whoever came first.
  await tx.$queryRaw`select id from service where id = ${serviceId}::uuid for no key update`;
  const other = await tx.run.findFirst({
    where: { serviceId, mode: 'LIVE', state: { in: [...openRunStates] } },
    select: { ref: true, operator: { select: { name: true } }, service: { select: { name: true } } },
  });
  if (!other) return;
  const by = other.operator ? `, led by ${other.operator.name}` : '';
  throw new AppError(
    'conflict',
    `${other.ref} is under way on ${other.service.name}${by}. Finish or abort it first: one service has one live run at a time.`,
    { details: { ref: other.ref, by: other.operator?.name ?? null } },
  );
}

async function incidentOf(tx: Tx, ref: string, serviceId: string) {
  const incident = await incidents.read(tx, ref, {
    id: true,
    ref: true,
    stage: true,
    startedAt: true,
    services: { where: { endsAt: null }, select: { serviceId: true } },
  });
  if (incident.stage === 'RESOLVED' || incident.stage === 'CLOSED') {
    throw new AppError('precondition', `${incident.ref} is over. Reopen it, or start the run without it.`);
  }
  if (!incident.services.some((affected) => affected.serviceId === serviceId)) {
    throw new AppError(
      'precondition',
      `The plan's service is not affected by ${incident.ref}. Add it first.`,
    );
  }
  return incident;
}

async function assertEndpoints(tx: Tx, content: PlanContent, mode: 'LIVE' | 'DRILL'): Promise<void> {
  for (const [index, phase] of content.phases.entries()) {
    for (const [place, step] of phase.steps.entries()) {
      if (step.kind !== 'AUTOMATED') continue;
      await endpointForRun(tx, step.endpoints, mode, `Step ${index + 1}.${place + 1}, ${step.name},`);
    }
  }
}

function drillKindOf(input: { mode: string; drillKind?: DrillKind | undefined }): DrillKind | null {
  if (input.mode === 'DRILL') return input.drillKind ?? 'FULL';
  if (!input.drillKind) return null;
  const sentence = 'Only a drill has a kind of drill.';
  throw new AppError('invalid', sentence, { fields: { drillKind: [sentence] } });
}

/** Users may be led to a machine whose data is another by now. A failover and a rebuild are not held up by that. */
const leadsBack: readonly PlanKind[] = ['FAILBACK', 'SWITCHOVER'];

/**
 * Begins a run of the published version of a plan, in PRECHECK: its steps are copied, so that the plan may be edited
 * meanwhile. @returns `RunActView`
 */
export const startRun = command({
  input: startInput,
  answer: runActViewSchema,
  subject: plans,
  of: ({ planId }) => planId,
  allow: permit(runPolicy, 'run.start'),
  run: async ({ tx, input, subject: plan, ctx, now, record }): Promise<RunActView> => {
    const { mode } = input;
    const drillKind = drillKindOf(input);
    if (mode === 'DRILL' && input.incident) {
      throw new AppError('invalid', 'A drill belongs to no incident. Start a live run, or leave it out.');
    }
    const version = await publishedVersion(tx, plan);
    if (mode === 'LIVE') await assertOnlyLive(tx, plan.serviceId);
    if (mode === 'LIVE' && leadsBack.includes(plan.kind)) {
      const { settled } = input;
      const memberId = actingMember(ctx.actor);
      record(...(await settleOldPrimary(tx, plan.serviceId, { settled, memberId, now })));
    }
    const incident = input.incident ? await incidentOf(tx, input.incident, plan.serviceId) : null;
    await assertEndpoints(tx, version.content, mode);
    const steps = resolveSteps(version.content, mode);
    const { number, ref } = await nextReference(tx, plan.kind);
    const operatorId = actingMember(ctx.actor);
    const run = await tx.run.create({
      data: {
        id: newId(),
        ref,
        number,
        kind: plan.kind,
        mode,
        drillKind,
        operatorId,
        announces: input.announces,
        serviceId: plan.serviceId,
        planId: plan.id,
        planVersionId: version.id,
        incidentId: incident?.id ?? null,
        clockStartedAt: incident?.startedAt ?? null,
        deviations: input.settled ? `What the old primary took: ${input.settled}` : null,
        settingsVersion: (await settingsInForce(tx)).version,
        createdAt: now,
      },
      select: {
        id: true,
        ref: true,
        version: true,
        state: true,
        mode: true,
        serviceId: true,
        incidentId: true,
      },
    });
    await createSteps(tx, run.id, steps);
    record(
      runStarted({
        ...factsOf(run),
        kind: plan.kind,
        planId: plan.id,
        planVersion: version.number,
        drillKind,
        memberId: operatorId,
      }),
    );
    return { id: run.id, ref: run.ref, version: run.version, state: run.state };
  },
});
