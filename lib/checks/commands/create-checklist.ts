import { z } from 'zod';
import { createChecks } from '@/lib/checks/checklist/create-checks';
import { checklistCreated } from '@/lib/checks/events';
import { checkPolicy } from '@/lib/checks/policy';
import { createChecklistInput } from '@/lib/checks/schema';
import { assertNotClosed } from '@/lib/checks/subject';
import { incidents } from '@/lib/incidents/subject';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/**
 * Creates what is missing of the checklist now, for an incident whose investigation was skipped, or after the
 * catalogue or the templates changed. @returns how many checks came
 */
export const createChecklist = command({
  input: createChecklistInput,
  answer: z.object({ total: z.int(), automated: z.int() }),
  subject: incidents,
  of: ({ ref }) => ref,
  allow: permit(checkPolicy, 'check.createChecklist'),
  run: async ({ tx, subject, now, record }): Promise<{ total: number; automated: number }> => {
    assertNotClosed(subject);
    const open = await tx.incidentService.findMany({
      where: { incidentId: subject.id, endsAt: null },
      select: { serviceId: true },
    });
    const serviceIds = open.map((one) => one.serviceId);
    const laidOut = await createChecks(tx, subject.id, serviceIds, now);
    if (laidOut.total > 0) record(checklistCreated({ incidentId: subject.id, serviceId: null, ...laidOut }));
    return laidOut;
  },
});
