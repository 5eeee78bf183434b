import { startAnchor } from '@/lib/audit/anchor';
import { startClockWatch } from '@/lib/incidents/clocks/watch-clocks';
import { startMonitors } from '@/lib/monitors/watching/watch';
import { settings } from '@/lib/platform/process/environment';
import type { Running } from '@/lib/platform/process/repeat';
import { startAllocationWatch } from '@/lib/resources/allocation-watch';
import { startRunDriver } from '@/lib/runs/driver/start';
import { startSpoolReplay } from '@/lib/spool/replay';
import { startPublisher } from '@/lib/status/publishing/publisher';
import { endUnset } from './end-unset';

/** Parts of the worker that follow their own rhythm, by what they do. */
export function startLoops(holder: string): Record<string, Running> {
  const { dataDir, auditSeconds, auditReceiver, smtpUrl } = settings();
  void endUnset({ auditReceiver, smtpUrl });
  return {
    clocks: startClockWatch(),
    monitors: startMonitors(),
    allocations: startAllocationWatch(),
    spool: startSpoolReplay(),
    publisher: startPublisher(holder),
    runs: startRunDriver(holder),
    'audit anchor': startAnchor(dataDir, auditSeconds, auditReceiver),
  };
}
