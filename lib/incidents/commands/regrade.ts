import type { Tx } from '@/lib/database/db';
import {
  restoreTarget,
  retargetClocks,
  settingsOf,
  speaksWhenTriaged,
  startClock,
  stopClocks,
} from '@/lib/incidents/clocks/run-clocks';
import { incidentRegraded } from '@/lib/incidents/events';
import { assertOpen } from '@/lib/incidents/move-stage';
import { writeNote } from '@/lib/incidents/notes';
import { incidentPolicy } from '@/lib/incidents/policy';
import { incidentActViewSchema } from '@/lib/incidents/queries/views';
import { regradeInput } from '@/lib/incidents/schema';
import { followSeverity } from '@/lib/incidents/services/status-intervals';
import { type IncidentSubject, incidents } from '@/lib/incidents/subject';
import { actingMember } from '@/lib/members/acting-member';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { type Severity, severityLabel } from '@/lib/severity/schema';

/**
 * Gives another severity, for a reason that the reporters are told. The new targets count from the old starts, and
 * services follow unless a person chose their status. @returns `IncidentActView`
 */
export const regradeIncident = command({
  input: regradeInput,
  answer: incidentActViewSchema,
  subject: incidents,
  of: ({ ref }) => ref,
  allow: permit(incidentPolicy, 'incident.regrade'),
  run: async ({ tx, input, subject, ctx, now, record }) => {
    assertOpen(subject, 'its severity stays as it is');
    const { severity, slow, reason } = input;
    if (severity === subject.severity) {
      throw new AppError('conflict', `${subject.ref} is ${severityLabel[severity]} already.`);
    }
    const memberId = actingMember(ctx.actor);
    const incidentId = subject.id;
    const noteId = await writeNote(tx, { incidentId, memberId, text: reason, now });
    record(incidentRegraded({ incidentId, noteId, from: subject.severity, to: severity }));
    const intervals = subject.services;
    record(...(await followSeverity(tx, { incidentId, intervals, severity, slow, memberId, now })));
    const target = await applyTargets(tx, subject, severity, now);
    return await incidents.write(tx, subject, { severity, ...target });
  },
});

/** Every clock that runs takes the new target, and the first-update clock comes or goes with the severity. */
async function applyTargets(tx: Tx, subject: IncidentSubject, severity: Severity, now: Date) {
  const settings = await settingsOf(tx, subject.settingsVersion);
  const incidentId = subject.id;
  const clocks = await tx.clock.findMany({ where: { incidentId }, orderBy: { startedAt: 'asc' } });
  const speaks = speaksWhenTriaged(settings, severity);
  const first = clocks.find((clock) => clock.kind === 'FIRST_UPDATE' && !clock.stoppedAt);
  const acknowledgement = clocks.find((clock) => clock.kind === 'ACKNOWLEDGE');
  if (speaks && first) {
    await stopClocks(tx, incidentId, ['FIRST_UPDATE'], now);
    await startClock(tx, {
      incidentId,
      kind: 'UPDATE',
      severity,
      settings,
      startedAt: now,
      pausedSeconds: 0,
    });
  }
  if (!speaks && !first && !subject.firstUpdateAt && acknowledgement) {
    await stopClocks(tx, incidentId, ['UPDATE'], now);
    const { startedAt, pausedSeconds } = acknowledgement;
    await startClock(tx, { incidentId, kind: 'FIRST_UPDATE', severity, settings, startedAt, pausedSeconds });
  }
  const row = await tx.incident.findUniqueOrThrow({ where: { id: incidentId }, select: { rtoAt: true } });
  await retargetClocks(tx, { incidentId, severity, settings, rtoAt: row.rtoAt, now });
  const restore = clocks.find((clock) => clock.kind === 'RESTORE');
  return restore ? restoreTarget(severity, restore, settings) : {};
}
