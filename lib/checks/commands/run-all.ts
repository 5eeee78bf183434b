import { checkAsked } from '@/lib/checks/events';
import { checkPolicy } from '@/lib/checks/policy';
import { type CheckState, runAllInput } from '@/lib/checks/schema';
import { assertNotClosed, checks, incidentColumns } from '@/lib/checks/subject';
import { isOwnIncident } from '@/lib/incidents/ownership';
import { incidents } from '@/lib/incidents/subject';
import { countSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Has Standby run every automated check of the incident again. @returns how many will run */
export const runAllChecks = command({
  name: 'check.runAll',
  input: runAllInput,
  answer: countSchema,
  load: (tx, { ref }) => incidents.read(tx, ref, incidentColumns),
  allow: permit(checkPolicy, 'check.run', isOwnIncident),
  run: async ({ tx, subject, record }): Promise<{ count: number }> => {
    assertNotClosed(subject);
    const done: CheckState[] = ['OK', 'FAULT', 'UNCLEAR', 'SKIPPED'];
    const automated = { incidentId: subject.id, probeKind: { not: null }, state: { in: done } };
    const anew = { state: 'PENDING', finishedAt: null, finishedById: null, note: null } as const;
    const checkIds = (await checks.writeAll(tx, automated, anew)).map(({ id }) => id);
    const count = checkIds.length;
    if (count > 0) record(checkAsked({ incidentId: subject.id, checkId: null, checkIds, count }));
    return { count };
  },
});
