import { pool } from '@/lib/database/db';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';

interface Known {
  at: number;
  bySlug: Map<string, { id: string; open: boolean }>;
}

const freshMs = 10_000;

// Kept over an outage of the database: an older list is better than none then.
const lastKnown = oncePerProcess('known services', (): Known | null => null);

async function load(): Promise<Known> {
  const { rows } = await pool().query<{ id: string; slug: string; open: boolean }>(
    "select id, slug, visibility = 'PUBLIC' as open from service where archived_at is null",
  );
  const known = {
    at: Date.now(),
    bySlug: new Map(rows.map((row) => [row.slug, { id: row.id, open: row.open }])),
  };
  lastKnown.put(known);
  return known;
}

/**
 * The id of a service that can be reported on. Asked of memory first, so that a report costs no second round trip.
 * @param onlyPublic leaves out internal services, of which strangers do not learn that they exist
 */
export async function serviceIdOf(slug: string, onlyPublic: boolean): Promise<string | null> {
  const known = lastKnown();
  const fresh = known && Date.now() - known.at < freshMs ? known.bySlug.get(slug) : undefined;
  const service = fresh ?? (await load()).bySlug.get(slug);
  return service && (service.open || !onlyPublic) ? service.id : null;
}
