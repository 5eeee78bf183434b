import { z } from 'zod';
import { incidentRefSchema } from '@/lib/incidents/schema';
import { incidents } from '@/lib/incidents/subject';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { updatePolicy } from '@/lib/updates/policy';
import type { RecipientsView } from '@/lib/updates/queries/views';

interface Counts {
  reporters: bigint;
  subscribers: bigint;
  webhooks: bigint;
  members: bigint;
}

/** How many an update would reach now, by the rules of its deliveries. A reporter with several reports, or who also subscribed, counts once. */
export const updateRecipients = query({
  name: 'update.recipients',
  input: z.object({ ref: incidentRefSchema }),
  load: (db, { ref }) => incidents.read(db, ref, { id: true }),
  allow: permit(updatePolicy, 'update.preview'),
  run: async ({ db, subject }): Promise<RecipientsView> => {
    const [counts] = await db.$queryRaw<Counts[]>`
      with told as (
        select distinct reporter_email as address from report
        where incident_id = ${subject.id}::uuid and reporter_email is not null and wants_updates
          and state in ('LINKED', 'FIXED_ASKED', 'STILL_BROKEN') and channel <> 'ALERT'),
      subscribed as (
        select s.kind, s.address from subscriber s, incident i
        where i.id = ${subject.id}::uuid and s.state = 'CONFIRMED' and i.severity <= s.minimum_severity
          and (s.all_services or exists (select 1 from subscriber_service ss
            join incident_service x on x.service_id = ss.service_id and x.incident_id = i.id
            join service v on v.id = x.service_id and v.visibility = 'PUBLIC'
            where ss.subscriber_id = s.id)))
      select (select count(*) from told) as reporters,
        (select count(*) from subscribed where kind = 'EMAIL' and address not in (select address from told)) as subscribers,
        (select count(*) from subscribed where kind = 'WEBHOOK') as webhooks,
        (select count(distinct member_id) from incident_role
          where incident_id = ${subject.id}::uuid and ends_at is null) as members`;
    const reporters = Number(counts?.reporters ?? 0);
    return {
      PUBLIC: {
        reporters,
        subscribers: Number(counts?.subscribers ?? 0),
        webhooks: Number(counts?.webhooks ?? 0),
      },
      REPORTERS: { reporters },
      INTERNAL: { members: Number(counts?.members ?? 0) },
    };
  },
});
