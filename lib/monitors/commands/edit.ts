import { refuseTaken } from '@/lib/database/database-errors';
import { monitorEdited } from '@/lib/monitors/events';
import { monitorPolicy } from '@/lib/monitors/policy';
import { editMonitorInput, monitorProbeSchema } from '@/lib/monitors/schema';
import { monitors } from '@/lib/monitors/subject';
import { endAlerts, monitorColumns, takenName, unknownSince } from '@/lib/monitors/write';
import { savedSchema } from '@/lib/platform/answers/view';
import { canonicalJson } from '@/lib/platform/audit/canonical-json';
import { command } from '@/lib/platform/command';
import { edited } from '@/lib/platform/input/edits';
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
    const fields = edited({ name, probe, intervalSeconds, confirmations, raisesReports }, given);
    const hasOtherTarget = given.probe !== undefined && canonicalJson(given.probe) !== canonicalJson(config);
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
