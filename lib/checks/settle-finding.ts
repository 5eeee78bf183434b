import type { z } from 'zod';
import { actingMember } from '@/lib/members/acting-member';
import type { RunArguments } from '@/lib/platform/command';
import { findingConfirmed, findingRuledOut } from './events';
import type { FindingActView, FindingSubject } from './finding-subject';
import { findingLifecycle } from './lifecycle';
import type { settleFindingInput } from './schema';
import { assertNotClosed, assertSeen } from './subject';

type Arguments = RunArguments<FindingSubject, z.output<typeof settleFindingInput>>;

/** Confirms a finding or rules it out, with who did. */
export async function settleFinding(
  { tx, input, subject, ctx, now, record }: Arguments,
  to: 'CONFIRMED' | 'RULED_OUT',
): Promise<FindingActView> {
  assertNotClosed(subject.incident);
  const { id, version, area, incidentId } = subject;
  await assertSeen(tx, 'finding', subject, input.version);
  findingLifecycle.assertMove(subject.state, to);
  const event = to === 'CONFIRMED' ? findingConfirmed : findingRuledOut;
  record(event({ incidentId, findingId: id, area }));
  return await tx.finding.update({
    where: { id, version },
    data: { state: to, confirmedById: actingMember(ctx.actor), settledAt: now, version: version + 1 },
    select: { id: true, state: true, version: true },
  });
}
