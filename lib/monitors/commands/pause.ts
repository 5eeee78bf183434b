import { monitorPaused } from '@/lib/monitors/events';
import { monitorPolicy } from '@/lib/monitors/policy';
import { pauseMonitorInput } from '@/lib/monitors/schema';
import { monitors } from '@/lib/monitors/subject';
import { endAlerts, unknownSince } from '@/lib/monitors/write';
import { savedSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';

/** Lets a monitor rest, or go on. A resting one claims nothing: neither up nor down. */
export const pauseMonitor = command({
  input: pauseMonitorInput,
  answer: savedSchema,
  subject: monitors,
  of: (input) => input.monitorId,
  allow: permit(monitorPolicy, 'monitor.pause'),
  run: async ({ tx, input: { monitorId: id, paused }, subject, now, record }) => {
    if (paused === (subject.pausedAt !== null)) {
      throw new AppError(
        'precondition',
        paused ? 'This monitor rests already.' : 'This monitor probes already.',
      );
    }
    if (paused) await endAlerts(tx, [id], now);
    record(monitorPaused({ monitorId: id, serviceId: subject.serviceId, paused }));
    return await monitors.write(tx, subject, { pausedAt: paused ? now : null, ...unknownSince(now) });
  },
});
