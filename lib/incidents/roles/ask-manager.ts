import { incidentManagerAsked } from '@/lib/incidents/events';
import { databaseNow } from '@/lib/platform/command';
import { systemContext } from '@/lib/platform/context';
import type { Consumer } from '@/lib/platform/events/consumers';
import { recordEvents } from '@/lib/platform/events/record-events';
import { reportAnswered } from '@/lib/reports/events';
import { takeBackBroken } from '@/lib/reports/triage/link';

/**
 * When a reporter says that it does not work yet, the report goes back to being worked on and the incident's manager
 * is asked. The incident stays as it is: only a person reopens it.
 */
export const askManager: Consumer = {
  name: 'incident-manager',
  handle: async (tx, event) => {
    const answered = reportAnswered.read(event);
    if (!answered?.asked || !answered.incidentId || answered.answer === 'WORKS') return;
    const { reportId, incidentId, answer } = answered;
    if (!(await takeBackBroken(tx, reportId))) return;
    const manager = await tx.incidentRole.findFirst({
      where: { incidentId, kind: 'MANAGER', endsAt: null },
      select: { memberId: true },
    });
    const asked = incidentManagerAsked({ incidentId, reportId, answer, memberId: manager?.memberId ?? null });
    await recordEvents(tx, systemContext('incident-manager', { mode: event.mode }), await databaseNow(tx), [
      asked,
    ]);
  },
};
