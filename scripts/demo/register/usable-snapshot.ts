import { db } from '@/lib/database/db';
import { shopSlug } from './shop-service';

/** The newest snapshot of the shop that is there with the right checksum. */
export async function usableSnapshot(): Promise<string | null> {
  const snapshot = await db().snapshot.findFirst({
    where: {
      dataset: { service: { slug: shopSlug }, archivedAt: null },
      verifiedAt: { not: null },
      missingAt: null,
    },
    orderBy: { takenAt: 'desc' },
    select: { id: true },
  });
  return snapshot?.id ?? null;
}
