import { monitorEdited } from '@/lib/monitors/events';
import { monitorPolicy } from '@/lib/monitors/policy';
import { editMonitorInput } from '@/lib/monitors/schema';
import {
  assertVersion,
  endAlerts,
  lockMonitor,
  monitorColumns,
  refuseSameName,
  unknownSince,
} from '@/lib/monitors/write';
import { canonicalJson } from '@/lib/platform/canonical';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Changes a monitor. One that looks at something else begins anew: what it knew was about the other. */
export const editMonitor = command({
  name: 'monitor.edit',
  input: editMonitorInput,
  load: (tx, input) => lockMonitor(tx, input.monitorId),
  allow: permit(monitorPolicy, 'monitor.edit'),
  run: async ({ tx, input, subject, now, record }) => {
    assertVersion(subject, input.version);
    const { monitorId: id, version: seen, ...fields } = input;
    const looksElsewhere = canonicalJson(fields.probe) !== canonicalJson(subject.config);
    const version = seen + 1;
    const anew = looksElsewhere ? unknownSince(now) : { nextAt: now };
    await refuseSameName(() =>
      tx.monitor.update({ where: { id }, data: { ...monitorColumns(fields), ...anew, version } }),
    );
    if (looksElsewhere) await endAlerts(tx, [id], now);
    record(monitorEdited({ monitorId: id, serviceId: subject.serviceId, kind: fields.probe.kind, version }));
    return { id, version };
  },
});
