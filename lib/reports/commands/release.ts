import { z } from 'zod';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { reportReleased } from '@/lib/reports/events';
import { reportPolicy } from '@/lib/reports/policy';
import { reportInput } from '@/lib/reports/schema';
import { reports } from '@/lib/reports/subject';

/** The address of a held report is confirmed: it joins the queue. Done twice, it is done once. */
export const releaseReport = command({
  input: reportInput,
  answer: z.object({ ref: z.string() }),
  subject: reports,
  of: ({ ref }) => ref,
  allow: permit(reportPolicy, 'report.release'),
  run: async ({ tx, subject, record }): Promise<{ ref: string }> => {
    if (!subject.heldAt) return { ref: subject.ref };
    await reports.write(tx, subject, { heldAt: null });
    record(reportReleased({ reportId: subject.id }));
    return { ref: subject.ref };
  },
});
