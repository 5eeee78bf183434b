import { refuseTaken } from '@/lib/database/database-errors';
import { monitorEdited } from '@/lib/monitors/events';
import { monitorPolicy } from '@/lib/monitors/policy';
import { editMonitorInput } from '@/lib/monitors/schema';
import { monitors } from '@/lib/monitors/subject';
import { endAlerts, monitorColumns, takenName, unknownSince } from '@/lib/monitors/write';
import { savedSchema } from '@/lib/platform/answers/view';
import { canonicalJson } from '@/lib/platform/audit/canonical-json';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Changes a monitor. One that probes something else begins anew: what it knew was about the other. */
export const editMonitor = command({
  input: editMonitorInput,
  answer: savedSchema,
  subject: monitors,
  of: (input) => input.monitorId,
  allow: permit(monitorPolicy, 'monitor.edit'),
  run: async ({ tx, input, subject, now, record }) => {
    const { monitorId: id, version: _, ...fields } = input;
    const hasOtherTarget = canonicalJson(fields.probe) !== canonicalJson(subject.config);
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
