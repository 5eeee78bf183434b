import { z } from 'zod';
import { automationPolicy } from '@/lib/automation/policy';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { type EndpointView, endpointViewSchema } from './views';

/** Endpoints, those in use first. Never their secrets. */
export const endpointList = query({
  name: 'automation.list',
  input: z.object({}),
  answer: z.array(endpointViewSchema),
  allow: permit(automationPolicy, 'automation.list'),
  run: async ({ db }): Promise<EndpointView[]> => {
    const rows = await db.automationEndpoint.findMany({
      orderBy: [{ archivedAt: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }, { id: 'asc' }],
      take: 500,
      select: {
        id: true,
        name: true,
        url: true,
        mode: true,
        service: { select: { id: true, name: true } },
        timeoutSeconds: true,
        archivedAt: true,
        createdAt: true,
        version: true,
        attempts: {
          where: { sentAt: { not: null } },
          orderBy: { sentAt: 'desc' },
          take: 1,
          select: { sentAt: true },
        },
      },
    });
    return rows.map(({ attempts, archivedAt, createdAt, ...row }) => ({
      ...row,
      archivedAt: archivedAt?.toISOString() ?? null,
      createdAt: createdAt.toISOString(),
      lastCalledAt: attempts[0]?.sentAt?.toISOString() ?? null,
    }));
  },
});
