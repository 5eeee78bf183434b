import { z } from 'zod';
import { actingMember } from '@/lib/members/acting-member';
import { instant, personSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { reportPolicy } from '@/lib/reports/policy';
import { reportInput } from '@/lib/reports/schema';
import { reports } from '@/lib/reports/subject';
import { notePresence } from '@/lib/reports/triage/decide';

/**
 * Says that somebody has the report open, so that a second person sees it. Believed for a minute; it reserves nothing.
 * @returns who is seen as its reader
 */
export const openReport = command({
  input: reportInput,
  answer: z.object({ openedBy: personSchema.nullable(), openedAt: instant.nullable() }),
  load: (tx, { ref }) => reports.read(tx, ref, { id: true }),
  allow: permit(reportPolicy, 'report.open'),
  run: async ({ tx, subject, ctx, now }) => {
    const memberId = actingMember(ctx.actor);
    if (memberId) await notePresence(tx, subject.id, memberId, now);
    const row = await tx.report.findUniqueOrThrow({
      where: { id: subject.id },
      select: { openedAt: true, openedBy: { select: { id: true, name: true } } },
    });
    return { openedBy: row.openedBy, openedAt: row.openedAt?.toISOString() ?? null };
  },
});
