import { subject } from '@/lib/platform/subject';

export const monitors = subject({
  noun: 'monitor',
  table: 'monitor',
  select: {
    id: true,
    version: true,
    serviceId: true,
    name: true,
    config: true,
    intervalSeconds: true,
    confirmations: true,
    raisesReports: true,
    pausedAt: true,
  },
  answers: { id: true, version: true },
  named: 'name',
  only: 'archived_at is null',
  words: { one: 'monitor' },
});
