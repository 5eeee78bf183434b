import type { Route } from 'next';
import type { Tx } from '@/lib/database/db';
import type { Heard, Recipient } from '@/lib/deliveries/mails/planned-mail';
import { mailboxIn } from '@/lib/deliveries/queries/suppressing';
import { incidentPath } from '@/lib/status/rules/paths';
import { matchingSubscribers } from '@/lib/subscribers/matching';
import type { RecipientsView } from '@/lib/updates/queries/views';
import type { Audience } from '@/lib/updates/schema';
import { Prisma } from '@/prisma/generated/client';
import type { IncidentFacts } from './incident';

interface Telling {
  incident: Pick<IncidentFacts, 'id' | 'ref' | 'severity' | 'public' | 'services'>;
  /** The team is told nothing by mail. */
  audience: Exclude<Audience, 'INTERNAL'>;
  at: Date;
}

interface Row {
  kind: 'REPORTER' | 'SUBSCRIBER';
  id: string;
  address: string;
  locale: string;
  /** Of a report, with its private link. */
  ref: string | null;
  tokenId: string | null;
  heard: Heard | null;
  /** Whoever typed the address may be another than its owner. */
  unconfirmed: boolean;
}

/**
 * Who hears of an incident: reporters who asked for updates, until they say that it works; and where everybody may
 * hear, the subscribers of its services. An address once, as that of its newest report; as that of its subscriber where
 * a stranger may have typed it into a report, so that nobody ends or uses up what somebody else confirmed.
 */
function hearing({ incident, audience, at }: Telling): Prisma.Sql {
  // Who heard that it began hears how it goes on, also when it weighs less by now.
  const besides = Prisma.sql`select d.address from delivery d where d.incident_id = ${incident.id}::uuid
    and d.recipient_kind = 'SUBSCRIBER' and d.state <> 'SUPPRESSED'`;
  const serviceIds = incident.services.map(({ id }) => id);
  const about = { severity: incident.severity, serviceIds, at, besides };
  const subscribers = Prisma.sql`
    union all
    select 'SUBSCRIBER', s.id, s.address, s.locale, null, null, false from (${matchingSubscribers(about)}) s`;
  return Prisma.sql`
    select distinct on (lower(address)) * from (
      select 'REPORTER' as kind, r.id, r.reporter_email as address, r.locale, r.ref,
        r.received_at, (r.email_corrected or r.entered_by_id is null and r.source not like 'key:%') and not exists (
          select 1 from member m where m.id = r.member_id and m.email = r.reporter_email) as unconfirmed
      from report r
      where r.incident_id = ${incident.id}::uuid and r.state in ('LINKED', 'FIXED_ASKED', 'STILL_BROKEN')
        and r.wants_updates and r.held_at is null and r.reporter_email is not null and r.channel <> 'ALERT'
        and r.received_at <= ${at}::timestamptz
      ${audience === 'PUBLIC' && incident.public ? subscribers : Prisma.empty}) heard
    order by lower(address), unconfirmed, kind, received_at desc, id desc`;
}

function recipientOf(row: Row, path: Route): Recipient {
  const { kind, id, address, locale, ref, tokenId, heard, unconfirmed } = row;
  // Reporters have the link to their own page, subscribers the incident on the status page.
  const variables = ref ? { reference: ref, ...(tokenId ? { tokenId } : {}) } : { path };
  return { kind, id, name: null, address, locale, variables, heard: heard ?? 'NO', unconfirmed };
}

/**
 * Everybody who hears of it, but for those who are asked at that moment whether it works now: that is their mail,
 * though they follow the service as well.
 */
export async function recipientsOf(tx: Tx, telling: Telling): Promise<Recipient[]> {
  const { incident, at } = telling;
  const rows = await tx.$queryRaw<Row[]>`
    with told as (
      select lower(d.address) as address, case when bool_or(d.state = 'SENT') then 'YES' else 'WAITS' end as heard
      from delivery d
      where d.incident_id = ${incident.id}::uuid and d.state in ('PENDING', 'RETRY', 'SENT') group by 1)
    select h.*, told.heard, (select k.id from report_token k where k.report_id = h.id and k.purpose = 'TRACK'
        and k.revoked_at is null and k.expires_at > ${at}::timestamptz
        order by k.created_at desc limit 1) as "tokenId"
    from (${hearing(telling)}) h left join told on told.address = lower(h.address)
    where not exists (select 1 from report r where r.incident_id = ${incident.id}::uuid
      and r.fixed_asked_at = ${at}::timestamptz and lower(r.reporter_email) = lower(h.address))`;
  const path = incidentPath(incident.ref);
  return rows.map((row) => recipientOf(row, path));
}

/** How many get a mail if everybody is told; whose address takes none is left out, as in sending. */
export async function countRecipients(
  tx: Tx,
  incident: Telling['incident'],
  at: Date,
): Promise<RecipientsView> {
  const rows = await tx.$queryRaw<{ kind: Row['kind']; count: number }[]>`
    select kind, count(*)::int as count from (${hearing({ incident, audience: 'PUBLIC', at })}) h
    where not exists (
      select 1 from suppression x where x.channel = 'EMAIL'
        and (x.address = h.address and (kind = 'SUBSCRIBER' or x.reason = 'COMPLAINED')
          or x.address = ${mailboxIn(Prisma.sql`h.address`)} and x.reason = 'COMPLAINED'))
    group by kind`;
  const count = (kind: Row['kind']) => rows.find((row) => row.kind === kind)?.count ?? 0;
  return { reporters: count('REPORTER'), subscribers: count('SUBSCRIBER') };
}
