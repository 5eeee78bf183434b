import type { Db, Tx } from '@/lib/database/db';
import { type NetworkProbe, networkProbeSchema } from '@/lib/probes/rules/probe';
import { type Target, targetOf } from '@/lib/probes/rules/sight';

export interface MonitoredTarget extends Target {
  probe: NetworkProbe;
}

/** What Standby looks at all the time, by the id of its monitor: the witnesses of whether it sees. */
export async function monitoredTargets(db: Db | Tx): Promise<Map<string, MonitoredTarget>> {
  const rows = await db.monitor.findMany({
    where: { pausedAt: null, archivedAt: null, service: { archivedAt: null } },
    select: { id: true, config: true, lastAddress: true },
  });
  const read = rows.flatMap(({ id, config, lastAddress }): [string, MonitoredTarget][] => {
    const probe = networkProbeSchema.safeParse(config);
    return probe.success ? [[id, { ...targetOf(probe.data, lastAddress), probe: probe.data }]] : [];
  });
  return new Map(read);
}
