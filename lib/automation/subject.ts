import { subject } from '@/lib/platform/subject';

export const endpoints = subject({
  noun: 'automation',
  table: 'automationEndpoint',
  select: {
    id: true,
    version: true,
    name: true,
    url: true,
    serviceId: true,
    timeoutSeconds: true,
    archivedAt: true,
  },
  answers: { id: true, version: true },
  named: 'name',
  words: { one: 'endpoint', missing: 'There is no such endpoint. Open the list again.' },
});
