import { targetDeadline } from '@/lib/clocks/deadlines';
import type { Tx } from '@/lib/database/db';
import type { Consumer } from '@/lib/platform/events/consumers';
import { newId } from '@/lib/platform/ids';
import { currentSettings } from '@/lib/settings/in-force';
import { reportFiled, reportReleased } from './events';

/** The clock counts from when we said that we received it, also when a person was faster than this. */
async function startResponseClock(tx: Tx, reportId: string): Promise<void> {
  const report = await tx.report.findUnique({
    where: { id: reportId },
    select: {
      state: true,
      claimedSeverity: true,
      receivedAt: true,
      acknowledgedAt: true,
      clocks: { where: { kind: 'ACKNOWLEDGE' }, select: { id: true } },
    },
  });
  if (!report || report.clocks.length > 0) return;
  const { state, claimedSeverity: severity, receivedAt: startedAt, acknowledgedAt: stoppedAt } = report;
  // Somebody who adds a report to an open incident waits for nobody: it was read before it came.
  if (!stoppedAt && state !== 'NEW' && state !== 'WAITING_FOR_REPORTER') return;
  const settings = await currentSettings(tx);
  const due = targetDeadline(settings.targets[severity].acknowledge, startedAt, settings);
  const missedAt = stoppedAt && due.dueAt && stoppedAt > due.dueAt ? stoppedAt : null;
  await tx.clock.create({
    data: { id: newId(), reportId, kind: 'ACKNOWLEDGE', severity, startedAt, stoppedAt, missedAt, ...due },
  });
}

/** Starts the response clock of a report, on the severity that its reporter claims. */
export const startResponseClocks: Consumer = {
  name: 'report-clocks',
  handle: async (tx, event) => {
    const filed = reportFiled.read(event);
    const released = reportReleased.read(event);
    if (filed && !filed.held) await startResponseClock(tx, filed.reportId);
    if (released) await startResponseClock(tx, released.reportId);
  },
};
