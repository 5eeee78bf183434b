import type { Tx } from '@/lib/database/db';
import { restoreTarget, settingsOf, startClock } from '@/lib/incidents/clocks/run-clocks';
import { incidentReopened } from '@/lib/incidents/events';
import { reopenIncident as reopening } from '@/lib/incidents/lifecycle';
import { writeNote } from '@/lib/incidents/notes';
import { incidentPolicy } from '@/lib/incidents/policy';
import { incidentActViewSchema } from '@/lib/incidents/queries/views';
import { reopenInput } from '@/lib/incidents/schema';
import { reopenServices } from '@/lib/incidents/services/reopen-services';
import { type IncidentSubject, incidents } from '@/lib/incidents/subject';
import { makePromise, openPromise, promisedTime, replacePromise } from '@/lib/incidents/updates/promises';
import { actingMember } from '@/lib/members/acting-member';
import { command } from '@/lib/platform/command';
import { assertVerdict } from '@/lib/platform/lifecycle';
import { permit } from '@/lib/platform/policy';
import { takeQuestionBack } from '@/lib/reports/triage/link';
import type { Settings } from '@/lib/settings/schema';

/**
 * Goes back to investigating or acting, for a reason and with a new promise. After a resolution the services take
 * their last status again from now on; the restore clock goes on from its old start. @returns `IncidentActView`
 */
export const reopenIncident = command({
  input: reopenInput,
  answer: incidentActViewSchema,
  subject: incidents,
  of: ({ ref }) => ref,
  allow: permit(incidentPolicy, 'incident.reopen'),
  run: async ({ tx, input, subject, ctx, now, record }) => {
    assertVerdict(reopening(subject.stage, input.to, input.reason));
    const incidentId = subject.id;
    const memberId = actingMember(ctx.actor);
    const settings = await settingsOf(tx, subject.settingsVersion);
    const { dueAt, zone } = promisedTime(input.next, settings.organisation.zone, now);
    const noteId = await writeNote(tx, { incidentId, memberId, text: input.reason, now });
    const nextUpdateAt = dueAt.toISOString();
    record(incidentReopened({ incidentId, noteId, from: subject.stage, to: input.to, nextUpdateAt }));
    const open = await openPromise(tx, incidentId);
    const making = { incidentId, memberId, dueAt, zone, now };
    if (open) record(...(await replacePromise(tx, open, { ...making, reason: input.reason })).drafts);
    else await makePromise(tx, making);
    if (subject.stage === 'RESOLVED') {
      record(...(await reopenServices(tx, { incidentId, memberId, noteId, now })));
      record(...(await takeQuestionBack(tx, incidentId)));
      await restartClocks(tx, subject, settings, now);
    }
    return await incidents.write(tx, subject, {
      stage: input.to,
      resolvedAt: null,
      mitigatedAt: null,
      nextUpdateAt: dueAt,
      nextUpdateZone: zone,
    });
  },
});

async function restartClocks(tx: Tx, subject: IncidentSubject, settings: Settings, now: Date): Promise<void> {
  const { id: incidentId, severity } = subject;
  const before = await tx.clock.findFirst({
    where: { incidentId, kind: 'RESTORE' },
    orderBy: { startedAt: 'asc' },
    select: { startedAt: true, pausedSeconds: true },
  });
  const timing = before ?? { startedAt: subject.declaredAt, pausedSeconds: 0 };
  const row = await tx.incident.update({
    where: { id: incidentId },
    data: restoreTarget(severity, timing, settings),
    select: { rtoAt: true },
  });
  const common = { incidentId, severity, settings };
  await startClock(tx, { ...common, ...timing, kind: 'RESTORE', rtoAt: row.rtoAt });
  await startClock(tx, { ...common, kind: 'UPDATE', startedAt: now, pausedSeconds: 0 });
}
