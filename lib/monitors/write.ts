import type { Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import type { NetworkProbe } from '@/lib/probes/rules/probe';

interface Fields {
  name: string;
  probe: NetworkProbe;
  intervalSeconds: number;
  confirmations: number;
  raisesReports: boolean;
}

/** A probe has to be over before the next one is due. @throws AppError `invalid` */
export function monitorColumns({ probe, ...fields }: Fields) {
  if (probe.timeoutMs > fields.intervalSeconds * 1_000) {
    const sentence = 'Probe less often than a probe may take.';
    throw new AppError('invalid', sentence, { fields: { intervalSeconds: [sentence] } });
  }
  return { ...fields, kind: probe.kind, timeoutMs: probe.timeoutMs, config: probe };
}

/** Where a monitor stands before its first probe: nothing is known, and the probe is due. */
export function unknownSince(now: Date) {
  return { state: 'UNKNOWN' as const, stateSince: now, failures: 0, nextAt: now };
}

export const takenName = 'This service has a monitor of this name. Choose another name.';

/** An alert ends with what it was about: the monitor is up, probes elsewhere, or does not probe any more. */
export async function endAlerts(tx: Tx, monitorIds: string[], now: Date): Promise<void> {
  await tx.alert.updateMany({
    where: { monitorId: { in: monitorIds }, state: 'FIRING' },
    data: { state: 'RESOLVED', endsAt: now, lastSeenAt: now },
  });
}
