import type { Tx } from '@/lib/database/db';
import type { Severity } from '@/lib/severity/schema';
import { type PublicStage, publicStageOf } from '@/lib/updates/rules/public-stage';

export interface IncidentFacts {
  id: string;
  ref: string;
  title: string;
  severity: Severity;
  stage: PublicStage;
  public: boolean;
  startedAt: Date;
  resolvedAt: Date | null;
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
      stage: true,
      visibility: true,
      startedAt: true,
      resolvedAt: true,
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
    stage: publicStageOf[row.stage],
    public: row.visibility === 'PUBLIC',
    startedAt: row.startedAt,
    resolvedAt: row.resolvedAt,
    services: [...services.values()],
    next: row.nextUpdateAt ? { at: row.nextUpdateAt, zone: row.nextUpdateZone } : null,
  };
}

/** Names the one service, else the incident. */
export function nameOf({ services, title }: IncidentFacts): string {
  const [first, ...others] = services;
  return first && others.length === 0 ? first.name : title;
}
