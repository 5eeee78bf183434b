import { assertOpen } from '@/lib/incidents/move-stage';
import { incidents } from '@/lib/incidents/subject';
import { actingMember } from '@/lib/members/acting-member';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';
import { reportPolicy } from '@/lib/reports/policy';
import { assertUndecided, reports } from '@/lib/reports/subject';
import { linkToIncident } from '@/lib/reports/triage/link';
import { decisionView } from '@/lib/triage/queries/decision';
import { triageDecisionSchema } from '@/lib/triage/queries/views';
import { linkInput } from '@/lib/triage/schema';

/**
 * Puts a report on an incident that is open. The incident is locked before the report, as every command does that
 * needs both.
 * @throws AppError `conflict` that says who decided what, when somebody was first
 */
export const linkReport = command({
  input: linkInput,
  answer: triageDecisionSchema,
  load: async (tx, input) => {
    const incident = await incidents.lock(tx, input.incidentRef);
    return { incident, report: await reports.lock(tx, input.ref) };
  },
  allow: permit(reportPolicy, 'report.link'),
  run: async ({ tx, input, subject: { incident, report }, ctx, now, record }) => {
    await assertUndecided(tx, report, input.version);
    assertOpen(incident, 'no report is added to it');
    const severity = input.severity ?? incident.severity;
    const memberId = actingMember(ctx.actor);
    record(await linkToIncident(tx, { report, incidentId: incident.id, now, memberId, severity }));
    return await decisionView(tx, report.id);
  },
});
