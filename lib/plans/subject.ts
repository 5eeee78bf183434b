import { AppError } from '@/lib/platform/errors';
import { isolated } from '@/lib/platform/rules/isolate';
import { subject } from '@/lib/platform/subject';
import { type PlanKind, planKindWord } from './schema';

export const plans = subject({
  noun: 'plan',
  table: 'plan',
  select: {
    id: true,
    version: true,
    serviceId: true,
    kind: true,
    name: true,
    draft: true,
    published: true,
    archivedAt: true,
    service: { select: { rtoMinutes: true } },
    versions: { orderBy: { number: 'desc' }, take: 1, select: { number: true, checksum: true } },
  },
  answers: { id: true, version: true },
  named: 'name',
  words: { one: 'plan' },
});
export type PlanSubject = Awaited<ReturnType<typeof plans.lock>>;

/** @throws AppError `precondition` */
export function assertInUse(plan: { name: string; archivedAt: Date | null }): void {
  if (plan.archivedAt)
    throw new AppError('precondition', `“${isolated(plan.name)}” is archived. Bring it back first.`);
}

export function takenName(kind: PlanKind): string {
  return `This service has another ${planKindWord[kind].toLowerCase()} plan of this name, perhaps archived. Choose another.`;
}
