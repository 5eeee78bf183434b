import type { Tx } from '@/lib/database/db';
import { settingsOf, stopClocks } from '@/lib/incidents/clocks/run-clocks';
import { incidentResolved } from '@/lib/incidents/events';
import { advanceIncident } from '@/lib/incidents/lifecycle';
import { writeReason } from '@/lib/incidents/notes';
import { incidentPolicy } from '@/lib/incidents/policy';
import { incidentActViewSchema } from '@/lib/incidents/queries/views';
import { notBefore } from '@/lib/incidents/rules/not-before';
import { resolveInput } from '@/lib/incidents/schema';
import { endInterval } from '@/lib/incidents/services/status-intervals';
import { incidents } from '@/lib/incidents/subject';
import { assertAudience, postUpdate } from '@/lib/incidents/updates/post-update';
import { keepPromise } from '@/lib/incidents/updates/promises';
import { actingMember } from '@/lib/members/acting-member';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import type { EventDraft } from '@/lib/platform/events/event-type';
import { assertVerdict } from '@/lib/platform/lifecycle';
import { permit } from '@/lib/platform/policy';
import { askForConfirmation } from '@/lib/reports/triage/link';

/**
 * Resolves the incident with a last word: its services work again, its clocks stop, nothing more is promised, and
 * every reporter is asked whether it works. @returns `IncidentActView`
 */
export const resolveIncident = command({
  input: resolveInput,
  answer: incidentActViewSchema,
  subject: incidents,
  of: ({ ref }) => ref,
  allow: permit(incidentPolicy, 'incident.resolve'),
  run: async ({ tx, input, subject, ctx, now, record }) => {
    assertVerdict(advanceIncident(subject.stage, 'RESOLVED', input.reason));
    const audience = input.audience ?? (subject.visibility === 'PUBLIC' ? 'PUBLIC' : 'REPORTERS');
    assertAudience(audience, subject);
    if (subject.visibility === 'PUBLIC' && audience !== 'PUBLIC') {
      const why = `Everyone was told that ${subject.ref} began, so everyone is told that it is over.`;
      throw new AppError('precondition', `${why} Resolve it with an update to everyone.`);
    }
    const incidentId = subject.id;
    const memberId = actingMember(ctx.actor);
    const noteId = await writeReason(tx, { incidentId, memberId, text: input.reason, now });
    const settings = await settingsOf(tx, subject.settingsVersion);
    const posting = { incident: subject, audience, text: input.text, stage: 'RESOLVED', settings } as const;
    const { updateId, columns, drafts } = await postUpdate(tx, { ...posting, next: null, memberId, now });
    record(incidentResolved({ incidentId, noteId, from: subject.stage, updateId }), ...drafts);
    const begun = subject.services.map((interval) => interval.startsAt);
    const resolvedAt = begun.reduce(notBefore, notBefore(now, subject.startedAt));
    for (const interval of subject.services) await endInterval(tx, interval, resolvedAt);
    record(...(await settleRest(tx, incidentId, updateId, now)));
    record(...(await askForConfirmation(tx, { incidentId, now })));
    return await incidents.write(tx, subject, {
      ...columns,
      stage: 'RESOLVED',
      resolvedAt,
      mitigatedAt: subject.mitigatedAt ?? now,
      nextUpdateAt: null,
      nextUpdateZone: null,
    });
  },
});

/** Whatever the last word did not settle, because it was not for everyone, ends with the incident. */
async function settleRest(tx: Tx, incidentId: string, updateId: string, now: Date): Promise<EventDraft[]> {
  await stopClocks(tx, incidentId, ['ACKNOWLEDGE', 'FIRST_UPDATE', 'UPDATE', 'RESTORE'], now);
  return (await keepPromise(tx, { incidentId, updateId, now })).drafts;
}
