import type { FindingActView } from '@/lib/checks/queries/views';
import { actingMember } from '@/lib/members/acting-member';
import type { RunArguments } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { findingConfirmed, findingRuledOut } from './events';
import { findingLifecycle } from './lifecycle';
import { assertNotClosed, type FindingSubject, findings } from './subject';

/** Confirms a finding or rules it out, with who did. */
export async function judgeFinding(
  { tx, subject, ctx, now, record }: Omit<RunArguments<FindingSubject, unknown>, 'input'>,
  to: 'CONFIRMED' | 'RULED_OUT',
): Promise<FindingActView> {
  const { id: findingId, area, incident } = subject;
  if (!incident) throw new AppError('not_found', 'There is no such finding in an incident.');
  assertNotClosed(incident);
  findingLifecycle.assertMove(subject.state, to);
  const event = to === 'CONFIRMED' ? findingConfirmed : findingRuledOut;
  record(event({ incidentId: incident.id, findingId, area }));
  return await findings.write(tx, subject, {
    state: to,
    confirmedById: actingMember(ctx.actor),
    settledAt: now,
  });
}
