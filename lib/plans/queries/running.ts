import type { Prisma } from '@/prisma/generated/client';

/** Runs of a plan that are not over; each keeps the version it began with. */
export const runsNotOver = {
  where: { state: { in: ['PRECHECK', 'RUNNING', 'PAUSED', 'WAITING'] } },
  select: { ref: true, planVersion: { select: { number: true } } },
  orderBy: { createdAt: 'desc' },
} satisfies Prisma.Plan$runsArgs;
