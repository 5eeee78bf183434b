import { z } from 'zod';
import { checkedServices } from '@/lib/checks/checklist/checked-services';
import { checkPolicy } from '@/lib/checks/policy';
import { whereItPoints } from '@/lib/checks/rules/points';
import type { CheckState } from '@/lib/checks/schema';
import { incidentColumns } from '@/lib/checks/subject';
import type { Db } from '@/lib/database/db';
import { isOwnIncident } from '@/lib/incidents/ownership';
import { reportCounts } from '@/lib/incidents/queries/report-counts';
import { incidentRefSchema } from '@/lib/incidents/schema';
import { incidents } from '@/lib/incidents/subject';
import { actsOf, permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import type { ProbeKind } from '@/lib/probes/schema';
import { areaSchema } from '@/lib/services/schema';
import { type CheckRow, checkRowSelect, checkView, type People, recorderOf } from './check-rows';
import { pointChecks, pointService } from './points-input';
import {
  type AreaView,
  type CheckView,
  type FindingView,
  type IncidentChecksView,
  incidentChecksViewSchema,
  investigationActs,
  type ProbeRow,
} from './views';

const done: readonly CheckState[] = ['OK', 'FAULT', 'UNCLEAR', 'SKIPPED'];
const overTheNetwork: readonly ProbeKind[] = ['DNS', 'TCP', 'TLS', 'HTTP', 'LATENCY', 'REPLICATION_LAG'];

async function peopleOf(db: Db, rows: readonly CheckRow[]): Promise<People> {
  const ids = [...new Set(rows.flatMap((row) => row.results.flatMap((result) => recorderOf(result) ?? [])))];
  if (ids.length === 0) return new Map();
  const members = await db.member.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  return new Map(members.map((member) => [member.id, member]));
}

function areaSentence(checks: readonly CheckView[], checked: number): string {
  const faults = checks.filter((check) => check.state === 'FAULT').length;
  const unclear = checks.filter((check) => check.state === 'UNCLEAR').length;
  if (checks.length === 0) return 'No checks here.';
  if (faults > 0) return `${faults} at fault.`;
  if (unclear > 0) return `${unclear} unclear, nothing at fault.`;
  if (checked === 0) return 'Not looked at yet.';
  return checked < checks.length ? 'Nothing at fault so far.' : 'Nothing at fault.';
}

function areasOf(checks: readonly CheckView[]): AreaView[] {
  return areaSchema.options.map((area) => {
    const mine = checks.filter((check) => check.area === area);
    const checked = mine.filter((check) => done.includes(check.state)).length;
    return { area, checked, total: mine.length, sentence: areaSentence(mine, checked), checks: mine };
  });
}

function probesOf(checks: readonly CheckView[]): ProbeRow[] {
  return checks.flatMap(({ id, name, probeKind, last }): ProbeRow[] => {
    if (!probeKind || !overTheNetwork.includes(probeKind) || !last?.timings) return [];
    const { outcome, sentence, timings, finishedAt } = last;
    // What the guard did not let out never left this machine.
    if (last.evidence?.fault === 'FORBIDDEN') return [];
    return [{ checkId: id, name, probeKind, outcome, sentence, timings, at: finishedAt }];
  });
}

async function findingsOf(db: Db, incidentId: string): Promise<FindingView[]> {
  const named = { select: { id: true, name: true } } as const;
  const rows = await db.finding.findMany({
    where: { incidentId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 50,
    select: {
      id: true,
      version: true,
      area: true,
      sentence: true,
      state: true,
      createdAt: true,
      settledAt: true,
      by: named,
      confirmedBy: named,
      check: named,
    },
  });
  return rows.map(({ confirmedBy, createdAt, settledAt, ...row }) => ({
    ...row,
    settledBy: confirmedBy,
    createdAt: createdAt.toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
  }));
}

/** Once the incident is over, its services are those that were on it. */
async function servicesOf(db: Db, incidentId: string): Promise<string[]> {
  const rows = await db.incidentService.findMany({
    where: { incidentId },
    select: { serviceId: true, endsAt: true },
  });
  const open = rows.filter((row) => row.endsAt === null);
  return [...new Set((open.length > 0 ? open : rows).map((row) => row.serviceId))];
}

/** The whole investigation: the checks of three areas, what was seen last, where it points, what was found. */
export const incidentChecks = query({
  name: 'check.ofIncident',
  input: z.object({ ref: incidentRefSchema }),
  answer: incidentChecksViewSchema,
  load: (db, { ref }) => incidents.read(db, ref, incidentColumns),
  allow: permit(checkPolicy, 'check.read', isOwnIncident),
  run: async ({ db, subject, ctx: { actor } }): Promise<IncidentChecksView> => {
    const serviceIds = await servicesOf(db, subject.id);
    const services = await checkedServices(db, serviceIds);
    const rows = await db.check.findMany({
      where: { incidentId: subject.id },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: checkRowSelect,
    });
    const people = await peopleOf(db, rows);
    const checks = rows.map((row) => checkView(row, people));
    const reports = (await reportCounts(db, [subject.id]))(subject.id);
    const waits = (check: CheckView) => check.state === 'PENDING' || check.state === 'RUNNING';
    return {
      incidentId: subject.id,
      ref: subject.ref,
      stage: subject.stage,
      checked: checks.filter((check) => done.includes(check.state)).length,
      total: checks.length,
      busy: checks.filter((check) => check.probeKind !== null && waits(check)).length,
      areas: areasOf(checks),
      probes: probesOf(checks),
      points: whereItPoints({
        services: services.map(pointService),
        checks: pointChecks(rows, serviceIds),
        reports,
      }),
      findings: await findingsOf(db, subject.id),
      services: services.map(({ id, name, servers }) => ({
        id,
        name,
        servers: servers.map((server) => ({ id: server.id, name: server.name })),
      })),
      acts:
        subject.stage === 'CLOSED'
          ? []
          : actsOf(checkPolicy, investigationActs, actor, await isOwnIncident(actor, subject, db)),
    };
  },
});
