import type { PlanStep } from '@/lib/plans/rules/content';
import { fenceProbeKinds } from '@/lib/plans/rules/fence-probe';
import { probeFaultSchema } from '@/lib/probes/rules/probe';
import { isUnanswered } from '@/lib/probes/rules/sight';
import type { StepEvidence } from './evidence';

type Seen = Pick<StepEvidence, 'outcome' | 'look'>;

/** A step that may have a probe of its own, which shows that it was done. */
export type ProvenStep = Extract<PlanStep, { kind: 'MANUAL' | 'AUTOMATED' }>;

/**
 * What a fence keeps away answers, and not as it does while it is fenced. That nothing comes from it is no proof of a
 * fence that an automation says it set; after the switch it is nothing to tell, because nothing is taken there.
 */
export function takesWrites(fence: ProvenStep, { outcome, look }: Seen): boolean {
  if (!asksMachine(fence)) return false;
  if (outcome === 'OK') return isSilence(fence);
  // Where nothing is to answer, nothing is to accept a connection either.
  const answers = !isSilent(look) || (isSilence(fence) && look?.address !== undefined);
  return outcome === 'FAULT' && answers;
}

/** Lint stops any other probe of a fence; what was published before has it still. */
function asksMachine({ probe }: ProvenStep): boolean {
  return probe !== null && fenceProbeKinds.has(probe.kind);
}

/** Whether its machine is to answer nothing at all. */
export function isSilence(fence: ProvenStep): boolean {
  return fence.kind === 'MANUAL' && fence.fences && !fence.mayAnswer;
}

/**
 * Whether its own probe shows what a person says: that it was done. Who fenced a machine by hand may have turned it off;
 * of one that an automation says it fenced a silence shows nothing. That a name leads nowhere tells of no machine.
 */
export function isShown(step: ProvenStep, seen: Seen): boolean {
  if (!step.fences || step.kind === 'AUTOMATED') return seen.outcome === 'OK';
  if (seen.outcome === 'UNCLEAR' || seen.look?.fault === 'NAME') return false;
  return asksMachine(step) && !takesWrites(step, seen);
}

function isSilent(look: Seen['look']): boolean {
  const fault = probeFaultSchema.safeParse(look?.fault);
  return fault.success && isUnanswered(fault.data) && look?.status === undefined;
}

/** The probe says nothing, because Standby itself saw nothing. */
export function isUnseen({ look }: Pick<StepEvidence, 'look'>): boolean {
  return look?.unseen !== undefined;
}
