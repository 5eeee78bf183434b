import { z } from 'zod';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { servicePolicy } from '@/lib/services/policy';

const named = z.array(z.object({ id: z.uuid(), name: z.string() }));

/** What the form of a service offers: other services to depend on, members to own it. */
export const serviceFormChoices = query({
  name: 'service.formChoices',
  input: z.object({}),
  answer: z.object({ services: named, members: named }),
  allow: permit(servicePolicy, 'service.edit'),
  run: async ({ db }) => ({
    services: await db.service.findMany({
      where: { archivedAt: null },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    }),
    members: await db.member.findMany({
      where: { disabledAt: null, role: { not: 'USER' } },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    }),
  }),
});
