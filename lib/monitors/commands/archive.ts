import { monitorArchived } from '@/lib/monitors/events';
import { monitorPolicy } from '@/lib/monitors/policy';
import { archiveMonitorInput } from '@/lib/monitors/schema';
import { assertVersion, endAlerts, lockMonitor, unknownSince } from '@/lib/monitors/write';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Ends a monitor for good. What it saw stays; its name is free for another. */
export const archiveMonitor = command({
  name: 'monitor.archive',
  input: archiveMonitorInput,
  load: (tx, input) => lockMonitor(tx, input.monitorId),
  allow: permit(monitorPolicy, 'monitor.archive'),
  run: async ({ tx, input: { monitorId: id, version: seen }, subject, now, record }) => {
    assertVersion(subject, seen);
    const version = seen + 1;
    const name = `${subject.name} (archived ${now.toISOString()})`;
    await tx.monitor.update({
      where: { id },
      data: { ...unknownSince(now), archivedAt: now, name, version },
    });
    await endAlerts(tx, [id], now);
    record(monitorArchived({ monitorId: id, serviceId: subject.serviceId }));
    return { id, version };
  },
});
