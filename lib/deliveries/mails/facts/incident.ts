import type { Tx } from '@/lib/database/db';
import type { Severity } from '@/lib/severity/schema';

export interface IncidentFacts {
  id: string;
  ref: string;
  title: string;
  severity: Severity;
  public: boolean;
  /** Every public service that the incident ever touched, by name and id. */
  services: { id: string; name: string }[];
  next: { at: Date; zone: string | null } | null;
}

export async function incidentFacts(tx: Tx, id: string): Promise<IncidentFacts | null> {
  const row = await tx.incident.findUnique({
    where: { id },
    select: {
      id: true,
      ref: true,
      title: true,
      severity: true,
      visibility: true,
      nextUpdateAt: true,
      nextUpdateZone: true,
      services: {
        where: { service: { visibility: 'PUBLIC' } },
        orderBy: { startsAt: 'asc' },
        select: { service: { select: { id: true, name: true } } },
      },
    },
  });
  if (!row) return null;
  const services = new Map(row.services.map(({ service }) => [service.id, service]));
  return {
    id: row.id,
    ref: row.ref,
    title: row.title,
    severity: row.severity,
    public: row.visibility === 'PUBLIC',
    services: [...services.values()],
    next: row.nextUpdateAt ? { at: row.nextUpdateAt, zone: row.nextUpdateZone } : null,
  };
}

/** Names the one service, else the incident. */
export function nameOf({ services, title }: IncidentFacts): string {
  const [first, ...others] = services;
  return first && others.length === 0 ? first.name : title;
}

export interface ReporterFacts {
  reportId: string;
  ref: string;
  name: string | null;
  email: string;
  locale: string;
  tokenId: string | null;
  /** When this reporter was asked whether it works now. */
  fixedAskedAt: Date | null;
}

/** Reporters of an incident who asked for updates, until they say that it works. Newest report first. */
export async function reportersToTell(tx: Tx, incidentId: string, at: Date): Promise<ReporterFacts[]> {
  return await tx.$queryRaw<ReporterFacts[]>`
    select r.id as "reportId", r.ref, r.reporter_name as name, r.reporter_email as email, r.locale,
      r.fixed_asked_at as "fixedAskedAt",
      (select k.id from report_token k where k.report_id = r.id and k.purpose = 'TRACK' and k.revoked_at is null
        and k.expires_at > ${at}::timestamptz order by k.created_at desc limit 1) as "tokenId"
    from report r
    where r.incident_id = ${incidentId}::uuid and r.state in ('LINKED', 'FIXED_ASKED', 'STILL_BROKEN')
      and r.wants_updates and r.reporter_email is not null and r.channel <> 'ALERT'
      and r.received_at <= ${at}::timestamptz
    order by r.received_at desc, r.id desc`;
}
