import type { z } from 'zod';
import type { Db } from '@/lib/database/db';
import { actingMember } from '@/lib/members/acting-member';
import { oldestFirst } from '@/lib/platform/answers/paging';
import type { Context } from '@/lib/platform/context';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { reportPolicy } from '@/lib/reports/policy';
import { currentSettings } from '@/lib/settings/in-force';
import { targetWords } from '@/lib/settings/rules/targets';
import { worstSeverity } from '@/lib/severity/schema';
import { triageQueueInput } from '@/lib/triage/schema';
import type { Prisma } from '@/prisma/generated/client';
import { earlierDecisions } from './earlier-decisions';
import { triageRowsOf, triageSelect } from './rows';
import { type TriageQueue, triageQueueSchema } from './views';

type Show = z.output<typeof triageQueueInput>['show'];

function shown(show: Show, memberId: string | null): Prisma.ReportWhereInput {
  const held = { heldAt: null };
  switch (show) {
    case 'waiting':
      return { ...held, state: 'NEW' };
    case 'asked':
      return { ...held, state: 'WAITING_FOR_REPORTER' };
    case 'mine':
      if (!memberId) return { id: { in: [] } };
      return {
        ...held,
        state: { in: ['NEW', 'WAITING_FOR_REPORTER'] },
        openedById: memberId,
      };
    case 'all':
      return { ...held, state: { in: ['NEW', 'WAITING_FOR_REPORTER'] } };
  }
}

/** Counts over the whole queue, whatever part of it is shown. */
async function summary(db: Db, ctx: Context) {
  const memberId = actingMember(ctx.actor);
  const where = shown('waiting', memberId);
  const oldest = await db.report.findFirst({
    where,
    orderBy: { createdAt: 'asc' },
    select: { receivedAt: true },
  });
  const grades = await db.report.groupBy({ by: ['claimedSeverity'], where, _count: { _all: true } });
  const worst = worstSeverity(grades.map((grade) => grade.claimedSeverity));
  const { targets } = await currentSettings();
  return {
    waiting: grades.reduce((sum, grade) => sum + grade._count._all, 0),
    asked: await db.report.count({ where: shown('asked', memberId) }),
    mine: await db.report.count({ where: shown('mine', memberId) }),
    oldestAt: oldest?.receivedAt.toISOString() ?? null,
    promise: worst ? targetWords(targets[worst].acknowledge) : null,
  };
}

/** Reports that wait for a decision, oldest first, with what helps to decide. */
export const triageQueue = query({
  name: 'triage.queue',
  input: triageQueueInput,
  answer: triageQueueSchema,
  allow: permit(reportPolicy, 'triage.read'),
  run: async ({ db, input: wanted, ctx }): Promise<TriageQueue> => {
    const now = ctx.now ?? new Date();
    const { service } = wanted;
    const rows = await db.report.findMany({
      where: {
        AND: [
          shown(wanted.show, actingMember(ctx.actor)),
          service ? { service: { slug: service } } : {},
          oldestFirst.after(wanted.after),
        ],
      },
      orderBy: oldestFirst.orderBy,
      take: wanted.limit + 1,
      select: triageSelect,
    });
    const { page, next } = oldestFirst.page(rows, wanted.limit);
    return {
      ...(await summary(db, ctx)),
      rows: page.map(await triageRowsOf(db, page, now)),
      next,
      earlier: await earlierDecisions(db, now),
    };
  },
});
