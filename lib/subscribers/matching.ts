import type { Tx } from '@/lib/database/db';
import type { Severity } from '@/lib/severity/schema';

export interface MatchingSubscriber {
  id: string;
  address: string;
  locale: string;
}

interface About {
  severity: Severity;
  serviceIds: readonly string[];
  /** Who confirmed later gets the next update, not this one. */
  at: Date;
}

/** Confirmed mail subscribers of any of these services, at this severity. Enum values are ordered worst first. */
export async function matchingSubscribers(tx: Tx, about: About): Promise<MatchingSubscriber[]> {
  return await tx.$queryRaw<MatchingSubscriber[]>`
    select s.id, s.address, s.locale from subscriber s
    where s.kind = 'EMAIL' and s.state = 'CONFIRMED' and s.confirmed_at <= ${about.at}::timestamptz
      and s.minimum_severity >= ${about.severity}::severity
      and (s.all_services or exists (
        select 1 from subscriber_service f
        where f.subscriber_id = s.id and f.service_id = any(${[...about.serviceIds]}::uuid[])))
    order by s.id`;
}
