import type { Db, Tx } from '@/lib/database/db';
import type { Tier } from '@/lib/services/schema';
import { type Severity, worstSeverity } from '@/lib/severity/schema';
import { distinctVoices, type Suggestion, suggestSeverity, type Voice } from '@/lib/triage/rules/suggest';
import type { Prisma } from '@/prisma/generated/client';

const recentMinutes = 60;
const mostVoices = 500;

/** What the suggestion needs of a report. */
export const weighedSelect = {
  id: true,
  serviceId: true,
  channel: true,
  claimedSeverity: true,
  affected: true,
  affectedCount: true,
  addressBlock: true,
  reporterEmail: true,
} as const;
type Weighed = Prisma.ReportGetPayload<{ select: typeof weighedSelect }>;

interface OpenIncident {
  ref: string;
  severity: Severity;
}

export interface ServiceEvidence {
  name: string;
  tier: Tier;
  words: Severity[];
  openIncident: OpenIncident | null;
  monitors: { failing: number; total: number } | null;
}

function voiceOf(report: Pick<Weighed, 'addressBlock' | 'reporterEmail' | 'claimedSeverity'>): Voice {
  return {
    claimedSeverity: report.claimedSeverity,
    addressBlock: report.addressBlock ? Buffer.from(report.addressBlock).toString('hex') : null,
    contact: report.reporterEmail,
  };
}

async function recentVoices(database: Db | Tx, ids: string[], now: Date) {
  return await database.report.findMany({
    where: { serviceId: { in: ids }, createdAt: { gte: new Date(now.getTime() - recentMinutes * 60_000) } },
    orderBy: { createdAt: 'desc' },
    take: mostVoices,
    select: { serviceId: true, claimedSeverity: true, addressBlock: true, reporterEmail: true },
  });
}

async function openIncidents(database: Db | Tx, ids: string[]) {
  return await database.incidentService.findMany({
    where: { serviceId: { in: ids }, endsAt: null },
    select: { serviceId: true, incident: { select: { ref: true, severity: true } } },
  });
}

/** What is known of services at the moment, for the suggestions about reports on them. */
export async function serviceEvidence(
  database: Db | Tx,
  serviceIds: (string | null)[],
  now: Date,
): Promise<Map<string, ServiceEvidence>> {
  const ids = [...new Set(serviceIds.filter((id): id is string => id !== null))];
  if (ids.length === 0) return new Map();
  const services = await database.service.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      name: true,
      tier: true,
      monitors: {
        where: { archivedAt: null, pausedAt: null, state: { not: 'UNKNOWN' } },
        select: { state: true },
      },
    },
  });
  const voices = await recentVoices(database, ids, now);
  const open = await openIncidents(database, ids);
  return new Map(
    services.map(({ id, name, tier, monitors }) => {
      const incidents = open.filter((row) => row.serviceId === id).map((row) => row.incident);
      const worst = worstSeverity(incidents.map((incident) => incident.severity));
      const failing = monitors.filter((monitor) => monitor.state === 'DOWN').length;
      return [
        id,
        {
          name,
          tier: tier as Tier,
          words: distinctVoices(voices.filter((voice) => voice.serviceId === id).map(voiceOf)),
          openIncident: incidents.find((incident) => incident.severity === worst) ?? null,
          monitors: monitors.length > 0 ? { failing, total: monitors.length } : null,
        },
      ];
    }),
  );
}

/** The suggested severity of a report with its reasons. */
export function suggestionFor(report: Weighed, evidence: ServiceEvidence | undefined): Suggestion {
  return suggestSeverity({
    claimedSeverity: report.claimedSeverity,
    fromMonitoring: report.channel === 'ALERT',
    affected: report.affected,
    affectedCount: report.affectedCount,
    service: evidence ? { name: evidence.name, tier: evidence.tier } : null,
    words: evidence && evidence.words.length > 0 ? evidence.words : [report.claimedSeverity],
    openIncident: evidence?.openIncident ?? null,
    monitors: evidence?.monitors ?? null,
  });
}
