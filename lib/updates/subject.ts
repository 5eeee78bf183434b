import { subject } from '@/lib/platform/subject';

export const updates = subject({
  noun: 'update',
  table: 'update',
  select: {
    id: true,
    version: true,
    incidentId: true,
    audience: true,
    revision: true,
    retractedAt: true,
    revisions: { orderBy: { number: 'desc' }, take: 1, select: { body: true } },
  },
  answers: { id: true, revision: true, version: true },
  words: { one: 'update' },
});
