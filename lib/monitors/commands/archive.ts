import { monitorArchived } from '@/lib/monitors/events';
import { monitorPolicy } from '@/lib/monitors/policy';
import { archiveMonitorInput } from '@/lib/monitors/schema';
import { monitors } from '@/lib/monitors/subject';
import { endAlerts, unknownSince } from '@/lib/monitors/write';
import { savedSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Ends a monitor for good. What it saw stays; its name is free for another. */
export const archiveMonitor = command({
  input: archiveMonitorInput,
  answer: savedSchema,
  subject: monitors,
  of: (input) => input.monitorId,
  allow: permit(monitorPolicy, 'monitor.archive'),
  run: async ({ tx, input: { monitorId: id }, subject, now, record }) => {
    const name = `${subject.name} (archived ${now.toISOString()})`;
    await endAlerts(tx, [id], now);
    record(monitorArchived({ monitorId: id, serviceId: subject.serviceId }));
    return await monitors.write(tx, subject, { ...unknownSince(now), archivedAt: now, name });
  },
});
