import type { Prisma } from '@/prisma/generated/client';
import type { PlanVersionHead } from './views';

export const versionHeadSelect = {
  id: true,
  number: true,
  summary: true,
  checksum: true,
  publishedAt: true,
  publishedBy: { select: { id: true, name: true } },
} satisfies Prisma.PlanVersionSelect;

type Row = Prisma.PlanVersionGetPayload<{ select: typeof versionHeadSelect }>;

export function versionHead({ id, number, summary, publishedBy, ...row }: Row): PlanVersionHead {
  const checksum = Buffer.from(row.checksum).toString('hex');
  return { id, number, summary, publishedBy, publishedAt: row.publishedAt.toISOString(), checksum };
}
