import { refuseTaken } from '@/lib/database/database-errors';
import { monitorCreated } from '@/lib/monitors/events';
import { monitorPolicy } from '@/lib/monitors/policy';
import { createMonitorInput } from '@/lib/monitors/schema';
import { monitorColumns, takenName, unknownSince } from '@/lib/monitors/write';
import { savedSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { permit } from '@/lib/platform/policy';

/** Probes a service on an interval from now on. @returns `{ id, version }` @throws AppError `invalid`, `not_found` */
export const createMonitor = command({
  input: createMonitorInput,
  answer: savedSchema,
  load: async (tx, input) => {
    const service = await tx.service.findUnique({ where: { slug: input.service }, select: { id: true } });
    if (!service) throw new AppError('not_found', 'There is no such service.');
    return service;
  },
  allow: permit(monitorPolicy, 'monitor.create'),
  run: async ({ tx, input: { service: _, ...fields }, subject, now, record }) => {
    const id = newId();
    const row = {
      id,
      serviceId: subject.id,
      createdAt: now,
      ...unknownSince(now),
      ...monitorColumns(fields),
    };
    await refuseTaken('name', takenName, () => tx.monitor.create({ data: row }));
    const { intervalSeconds, probe } = fields;
    record(monitorCreated({ monitorId: id, serviceId: subject.id, kind: probe.kind, intervalSeconds }));
    return { id, version: 1 };
  },
});
