import type { z } from 'zod';
import { targetDeadline } from '@/lib/clocks/deadlines';
import type { Tx } from '@/lib/database/db';
import { restoreTarget, speaksWhenTriaged, startClock } from '@/lib/incidents/clocks/run-clocks';
import { incidentDeclared } from '@/lib/incidents/events';
import type { IncidentActView } from '@/lib/incidents/queries/views';
import { giveRole } from '@/lib/incidents/roles/give-role';
import type { declareInput } from '@/lib/incidents/schema';
import { assertServices, openInterval } from '@/lib/incidents/services/status-intervals';
import { incidents } from '@/lib/incidents/subject';
import { assertAudience, postUpdate } from '@/lib/incidents/updates/post-update';
import { makePromise, type PromisedTime, promisedTime } from '@/lib/incidents/updates/promises';
import { actingMember } from '@/lib/members/acting-member';
import type { RunArguments } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { waitedSeconds } from '@/lib/reports/conversation/waited-seconds';
import { assertUndecided, type ReportSubject } from '@/lib/reports/subject';
import { linkToIncident } from '@/lib/reports/triage/link';
import { settingsInForce } from '@/lib/settings/in-force';
import type { Settings } from '@/lib/settings/schema';
import { defaultStatus, type Severity } from '@/lib/severity/schema';
import { keepsPromise } from '@/lib/updates/rules/audience';

type Input = z.output<typeof declareInput>;
type Arguments = RunArguments<ReportSubject | null, Input>;

/** What is said when nobody says when: the severity's own target. */
function defaultNext(severity: Severity, settings: Settings, now: Date): PromisedTime {
  const { firstUpdate, update } = settings.targets[severity];
  const target = firstUpdate.unit === 'WHEN_TRIAGED' ? update : firstUpdate;
  const { dueAt } = targetDeadline(target, now, settings);
  return { dueAt: dueAt ?? new Date(now.getTime() + 5 * 86_400_000), zone: settings.organisation.zone };
}

function beginning(input: Input, report: ReportSubject | null, now: Date): Date {
  const startedAt = input.startedAt ?? report?.receivedAt ?? now;
  if (startedAt <= now) return startedAt;
  if (!input.startedAt) return now;
  const message = 'The incident cannot have begun in the future.';
  throw new AppError('invalid', message, { fields: { startedAt: [message] } });
}

async function previousId(tx: Tx, ref: string | undefined): Promise<string | null> {
  if (!ref) return null;
  return (await incidents.read(tx, ref, { id: true })).id;
}

interface Plan {
  id: string;
  number: number;
  memberId: string | null;
  visibility: 'PUBLIC' | 'INTERNAL';
  startedAt: Date;
  /** From when the restore target counts: when we were told. */
  clockStart: { startedAt: Date; pausedSeconds: number };
  rto: { at: Date; minutes: number; serviceId: string } | null;
  next: PromisedTime;
  previousIncidentId: string | null;
  settings: Settings;
  settingsVersion: number;
}

async function planDeclaration({ tx, input, subject: report, ctx, now }: Arguments): Promise<Plan> {
  const { settings, version } = await settingsInForce(tx);
  const ids = input.services.map((service) => service.serviceId);
  const services = await assertServices(tx, ids);
  const shown = services.some((service) => service.visibility === 'PUBLIC');
  const startedAt = beginning(input, report, now);
  const said = input.update?.next ?? input.next;
  const strictest = services
    .flatMap((service) =>
      service.rtoMinutes ? [{ minutes: service.rtoMinutes, serviceId: service.id }] : [],
    )
    .sort((a, b) => a.minutes - b.minutes)[0];
  const [row] = await tx.$queryRaw<{ number: number }[]>`select nextval('incident_number')::int as number`;
  return {
    id: newId(),
    number: row?.number ?? 0,
    memberId: actingMember(ctx.actor),
    visibility: input.visibility ?? (shown ? 'PUBLIC' : 'INTERNAL'),
    startedAt,
    clockStart: {
      startedAt: report?.receivedAt ?? startedAt,
      pausedSeconds: report ? await waitedSeconds(tx, report.id, now) : 0,
    },
    rto: strictest ? { ...strictest, at: new Date(startedAt.getTime() + strictest.minutes * 60_000) } : null,
    next: said
      ? promisedTime(said, settings.organisation.zone, now)
      : defaultNext(input.severity, settings, now),
    previousIncidentId: await previousId(tx, input.previousRef),
    settings,
    settingsVersion: version,
  };
}

async function writeRow({ tx, input, now }: Arguments, plan: Plan): Promise<void> {
  await tx.incident.create({
    data: {
      id: plan.id,
      ref: `INC-${plan.number}`,
      number: plan.number,
      title: input.title,
      severity: input.severity,
      visibility: plan.visibility,
      startedAt: plan.startedAt,
      declaredAt: now,
      declaredById: plan.memberId,
      acknowledgedAt: now,
      previousIncidentId: plan.previousIncidentId,
      nextUpdateAt: plan.next.dueAt,
      nextUpdateZone: plan.next.zone,
      ...restoreTarget(input.severity, plan.clockStart, plan.settings),
      rtoAt: plan.rto?.at ?? null,
      rtoMinutes: plan.rto?.minutes ?? null,
      rtoServiceId: plan.rto?.serviceId ?? null,
      settingsVersion: plan.settingsVersion,
      createdAt: now,
    },
  });
}

async function openServices({ tx, input }: Arguments, plan: Plan): Promise<void> {
  const byDefault = defaultStatus(input.severity, { slow: input.slow });
  for (const service of input.services) {
    const status = service.status ?? byDefault;
    const chosen = status === byDefault ? null : 'Chosen when the incident was declared.';
    await openInterval(tx, {
      incidentId: plan.id,
      serviceId: service.serviceId,
      status,
      reason: service.reason ?? chosen,
      memberId: plan.memberId,
      at: plan.startedAt,
    });
  }
}

async function startClocks({ tx, input, subject: report, now }: Arguments, plan: Plan): Promise<void> {
  const { severity } = input;
  const common = { incidentId: plan.id, severity, settings: plan.settings };
  const since = { startedAt: report?.receivedAt ?? now, pausedSeconds: plan.clockStart.pausedSeconds };
  await startClock(tx, { ...common, ...since, kind: 'ACKNOWLEDGE', stoppedAt: now });
  await startClock(tx, { ...common, ...plan.clockStart, kind: 'RESTORE', rtoAt: plan.rto?.at ?? null });
  if (speaksWhenTriaged(plan.settings, severity)) {
    // The triage itself is the first word to the reporters; from here on runs the time to the next one.
    await startClock(tx, { ...common, kind: 'UPDATE', startedAt: now, pausedSeconds: 0 });
  } else await startClock(tx, { ...common, ...since, kind: 'FIRST_UPDATE' });
}

async function speak({ tx, input, now, record }: Arguments, plan: Plan): Promise<void> {
  const { update } = input;
  const keeps = update !== undefined && keepsPromise(update.audience, plan.visibility);
  if (!keeps) await makePromise(tx, { ...plan.next, incidentId: plan.id, memberId: plan.memberId, now });
  if (!update) return;
  const incident = {
    id: plan.id,
    ref: `INC-${plan.number}`,
    severity: input.severity,
    visibility: plan.visibility,
    firstUpdateAt: null,
  };
  assertAudience(update.audience, incident);
  const { memberId, settings } = plan;
  const next = keeps ? plan.next : null;
  const posted = await postUpdate(tx, {
    incident,
    ...update,
    stage: 'TRIAGED',
    next,
    memberId,
    settings,
    now,
  });
  await tx.incident.update({ where: { id: plan.id }, data: posted.columns });
  record(...posted.drafts);
}

/** The run of `incident.declare`. */
export async function startIncident(args: Arguments): Promise<IncidentActView> {
  const { tx, input, subject: report, now, record } = args;
  if (report) await assertUndecided(tx, report, input.report?.version);
  const plan = await planDeclaration(args);
  await writeRow(args, plan);
  await openServices(args, plan);
  await startClocks(args, plan);
  record(
    incidentDeclared({
      incidentId: plan.id,
      number: plan.number,
      severity: input.severity,
      visibility: plan.visibility,
      serviceIds: input.services.map((service) => service.serviceId),
      reportId: report?.id ?? null,
      previousIncidentId: plan.previousIncidentId,
      startedAt: plan.startedAt.toISOString(),
      nextUpdateAt: plan.next.dueAt.toISOString(),
      settingsVersion: plan.settingsVersion,
    }),
  );
  const { id, memberId } = plan;
  if (report) {
    record(await linkToIncident(tx, { report, incidentId: id, now, memberId, severity: input.severity }));
  }
  const manager = input.managerId ?? memberId;
  if (manager) record(await giveRole(tx, { incidentId: id, role: 'MANAGER', memberId: manager, now }));
  await speak(args, plan);
  return { id, ref: `INC-${plan.number}`, version: 1, stage: 'TRIAGED', severity: input.severity };
}
