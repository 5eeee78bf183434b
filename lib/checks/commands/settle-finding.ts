import { findingSettled } from '@/lib/checks/events';
import { checkPolicy } from '@/lib/checks/policy';
import { type FindingActView, findingActViewSchema } from '@/lib/checks/queries/views';
import { settleFindingInput } from '@/lib/checks/schema';
import { findings } from '@/lib/checks/subject';
import { actingMember } from '@/lib/members/acting-member';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';

/**
 * Says what became of a finding that stands on a service: of an old primary that took writes, of an address that
 * accepts nothing. @returns `FindingActView`
 */
export const settleFinding = command({
  input: settleFindingInput,
  answer: findingActViewSchema,
  subject: findings,
  of: ({ id }) => id,
  allow: permit(checkPolicy, 'finding.settle'),
  run: async ({ tx, input: { how, retired }, subject, ctx, now, record }): Promise<FindingActView> => {
    const { id: findingId, serviceId, incidentId, runId, monitorId, settlement } = subject;
    if (!runId && !monitorId) {
      const sentence = 'This finding is confirmed or ruled out, or goes when what it names is mended.';
      throw new AppError('precondition', sentence);
    }
    if (settlement !== null) throw new AppError('conflict', `It is settled already: ${settlement}`);
    if (retired && !runId) {
      const sentence = 'Only an old primary can be retired. Settle this finding without it.';
      throw new AppError('precondition', sentence, { fields: { retired: [sentence] } });
    }
    record(findingSettled({ findingId, serviceId, incidentId, retired }));
    return await findings.write(tx, subject, {
      state: 'CONFIRMED',
      settlement: how,
      retired,
      settledAt: now,
      confirmedById: actingMember(ctx.actor),
    });
  },
});
