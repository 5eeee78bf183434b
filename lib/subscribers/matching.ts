import type { Severity } from '@/lib/severity/schema';
import { Prisma } from '@/prisma/generated/client';

interface About {
  severity: Severity;
  serviceIds: readonly string[];
  /** Who confirmed later gets the next update, not this one. */
  at: Date;
  /** Addresses, as SQL, that hear of it even where its severity is less by now than they asked for. */
  besides?: Prisma.Sql;
}

/** Rows `id, address, locale` of confirmed subscribers of any of these services, at this severity, for other SQL. */
export function matchingSubscribers({ severity, serviceIds, at, besides }: About): Prisma.Sql {
  // Enum values are ordered worst first.
  return Prisma.sql`
    select s.id, s.address, s.locale from subscriber s
    where s.state = 'CONFIRMED' and s.confirmed_at <= ${at}::timestamptz
      and (s.minimum_severity >= ${severity}::severity
        ${besides ? Prisma.sql`or s.address in (${besides})` : Prisma.empty})
      and (s.all_services or exists (
        select 1 from subscriber_service f
        where f.subscriber_id = s.id and f.service_id = any(${[...serviceIds]}::uuid[])))`;
}
