import { subject } from '@/lib/platform/subject';
import { isOwnService } from './ownership';

export const services = subject({
  noun: 'service',
  table: 'service',
  select: {
    id: true,
    version: true,
    name: true,
    slug: true,
    description: true,
    tier: true,
    visibility: true,
    groupId: true,
    ownerId: true,
    publicAddress: true,
    usedBy: true,
    hours: true,
    rtoMinutes: true,
    rpoMinutes: true,
    agreedBy: true,
    agreedOn: true,
    archivedAt: true,
  },
  answers: { id: true, slug: true, version: true },
  named: 'name',
  words: { one: 'service' },
  own: isOwnService,
});
