import { targetDeadline } from '@/lib/clocks/deadlines';
import { settingsOf } from '@/lib/incidents/clocks/run-clocks';
import { type IncidentSubject, incidents } from '@/lib/incidents/subject';
import { postUpdate } from '@/lib/incidents/updates/post-update';
import { runAnnounced } from '@/lib/runs/events';
import { configOf, type SubjectStep, stepFactsOf } from '@/lib/runs/subject';
import type { Settings } from '@/lib/settings/schema';
import { keepsPromise } from '@/lib/updates/rules/audience';
import type { Prisma } from '@/prisma/generated/client';
import { finishStep, type RunTransaction } from './run-transaction';

/** When the next update is promised: as the severity asks, or as promised before where it asks for nothing. */
function nextPromise(incident: IncidentSubject, settings: Settings, now: Date) {
  const { dueAt } = targetDeadline(settings.targets[incident.severity].update, now, settings, []);
  const before = incident.nextUpdateAt && incident.nextUpdateAt > now ? incident.nextUpdateAt : null;
  const at = dueAt ?? before ?? new Date(now.getTime() + 24 * 3_600_000);
  return { dueAt: at, zone: incident.nextUpdateZone ?? settings.organisation.zone };
}

interface Announcement {
  updateId: string | null;
  sentence: string;
}

async function publish(
  transaction: RunTransaction,
  step: SubjectStep,
  authorId: string | null,
): Promise<Announcement> {
  const { tx, run, now } = transaction;
  if (run.mode === 'DRILL') return { updateId: null, sentence: 'Recorded; a drill tells nobody.' };
  if (!run.incidentId) {
    return { updateId: null, sentence: 'Recorded; the run belongs to no incident, so nobody was told.' };
  }
  const { audience, text } = configOf(step, 'ANNOUNCEMENT');
  const incident = await incidents.lock(tx, run.incidentId);
  if (incident.stage === 'CLOSED') {
    return { updateId: null, sentence: `Recorded; ${incident.ref} is closed, so nobody was told.` };
  }
  if (audience === 'PUBLIC' && incident.visibility === 'INTERNAL') {
    return { updateId: null, sentence: `Recorded; ${incident.ref} is internal, so nobody was told.` };
  }
  const settings = await settingsOf(tx, incident.settingsVersion);
  const keeps = keepsPromise(audience, incident.visibility);
  const next = keeps && incident.stage !== 'RESOLVED' ? nextPromise(incident, settings, now) : null;
  const posted = await postUpdate(tx, {
    incident,
    audience,
    text,
    stage: incident.stage,
    next,
    settings,
    now,
    memberId: authorId,
    runId: run.id,
  });
  transaction.record(...posted.drafts);
  await incidents.write(tx, incident, posted.columns);
  return { updateId: posted.updateId, sentence: 'Told as the plan says.' };
}

/**
 * Makes the announcement of a step and ends the step, in one transaction, so that it is made once whatever happens.
 * In a drill, and where there is nobody to tell, it is recorded only.
 */
export async function announce(
  transaction: RunTransaction,
  step: SubjectStep,
  by: { memberId: string | null; columns?: Omit<Prisma.RunStepUncheckedUpdateInput, 'state' | 'version'> },
): Promise<void> {
  const announcement = await publish(transaction, step, by.memberId ?? transaction.run.operatorId);
  transaction.record(
    runAnnounced({ ...stepFactsOf(transaction.run, step), updateId: announcement.updateId }),
  );
  await finishStep(transaction, step, { ...by.columns, evidence: { ...announcement } });
}
