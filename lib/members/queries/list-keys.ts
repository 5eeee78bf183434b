import { z } from 'zod';
import { memberPolicy } from '@/lib/members/policy';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { type KeyView, keyViewSchema } from './views';

/** The keys in use first, then the revoked ones, newest first. */
export const listKeys = query({
  name: 'key.list',
  input: z.object({}),
  answer: z.array(keyViewSchema),
  allow: permit(memberPolicy, 'key.list'),
  run: async ({ db }): Promise<KeyView[]> => {
    const rows = await db.apiKey.findMany({
      select: {
        id: true,
        name: true,
        role: true,
        prefix: true,
        createdAt: true,
        lastUsedAt: true,
        expiresAt: true,
        revokedAt: true,
        createdBy: { select: { name: true } },
        createdById: true,
      },
      orderBy: [{ revokedAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }, { id: 'desc' }],
      take: 200,
    });
    return rows.map(({ createdBy, createdAt, lastUsedAt, expiresAt, revokedAt, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      createdBy: createdBy?.name ?? null,
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
      expiresAt: expiresAt.toISOString(),
      revokedAt: revokedAt?.toISOString() ?? null,
    }));
  },
});
