import { refuseTaken } from '@/lib/database/database-errors';
import { monitorEdited } from '@/lib/monitors/events';
import { monitorPolicy } from '@/lib/monitors/policy';
import { editMonitorInput, monitorProbeSchema } from '@/lib/monitors/schema';
import { monitors } from '@/lib/monitors/subject';
import { endAlerts, monitorColumns, takenName, unknownSince } from '@/lib/monitors/write';
import { savedSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { changesOf, edited } from '@/lib/platform/input/edits';
import { permit } from '@/lib/platform/policy';

/** Changes a monitor; what is left out stays. One that probes something else begins anew: what it knew was about the other. */
export const editMonitor = command({
  input: editMonitorInput,
  answer: savedSchema,
  subject: monitors,
  of: (input) => input.monitorId,
  allow: permit(monitorPolicy, 'monitor.edit'),
  run: async ({ tx, input, subject, now, record }) => {
    const { monitorId: id, version: _, ...given } = input;
    const { name, intervalSeconds, confirmations, raisesReports, config } = subject;
    const probe = monitorProbeSchema.parse(config);
    const stored = { name, probe, intervalSeconds, confirmations, raisesReports };
    const changed = changesOf(stored, given);
    if (changed.length === 0) return { id, version: subject.version };
    const fields = edited(stored, given);
    const hasOtherTarget = changed.includes('probe');
    const anew = hasOtherTarget ? unknownSince(now) : { nextAt: now };
    const view = await refuseTaken('name', takenName, () =>
      monitors.write(tx, subject, { ...monitorColumns(fields), ...anew }),
    );
    if (hasOtherTarget) await endAlerts(tx, [id], now);
    record(
      monitorEdited({
        monitorId: id,
        serviceId: subject.serviceId,
        kind: fields.probe.kind,
        version: view.version,
      }),
    );
    return view;
  },
});
