import { probeFaultSchema } from '@/lib/probes/rules/probe';
import { isUnanswered } from '@/lib/probes/rules/sight';
import type { StepEvidence } from './evidence';

type Seen = Pick<StepEvidence, 'outcome' | 'look'>;

/**
 * A machine from which nothing comes takes no writes, so it is fenced as well as one of which the probe says so. While
 * Standby itself sees nothing, that nothing comes is UNCLEAR, and shows nothing.
 */
export function isFenced({ outcome, look }: Seen): boolean {
  return outcome === 'OK' || (outcome === 'FAULT' && isSilent(look));
}

/** It answers, and not as it does while it is fenced. */
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
