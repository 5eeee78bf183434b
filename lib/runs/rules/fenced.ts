import { probeFaultSchema } from '@/lib/probes/rules/probe';
import { isUnanswered } from '@/lib/probes/rules/sight';
import type { StepEvidence } from './evidence';

type Seen = Pick<StepEvidence, 'outcome' | 'look'>;

/**
 * It answers, and not as it does while it is fenced. That nothing comes from it is no proof of a fence before users are
 * switched; afterwards it is nothing to tell, because nothing is taken there.
 */
export function takesWrites({ outcome, look }: Seen): boolean {
  return outcome === 'FAULT' && !isSilent(look);
}

function isSilent(look: Seen['look']): boolean {
  const fault = probeFaultSchema.safeParse(look?.fault);
  return fault.success && isUnanswered(fault.data);
}

/** The probe says nothing, because Standby itself saw nothing. */
export function isUnseen({ look }: Pick<StepEvidence, 'look'>): boolean {
  return look?.unseen !== undefined;
}
