import type { Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import type { Probe } from '@/lib/probes/rules/probe';

interface Named {
  serviceId?: string | null;
  serverId?: string | null;
  memberId?: string | null;
}

function refuse(field: string, message: string): never {
  throw new AppError('invalid', message, { fields: { [field]: [message] } });
}

/** @throws AppError `invalid` for what is not there, or not any more */
export async function assertNamed(tx: Tx, { serviceId, serverId, memberId }: Named): Promise<void> {
  const there = { archivedAt: null };
  if (serviceId && !(await tx.service.findFirst({ where: { id: serviceId, ...there } })))
    refuse('serviceId', 'Choose a service from the list.');
  if (serverId && !(await tx.server.findFirst({ where: { id: serverId, ...there } })))
    refuse('serverId', 'Choose a server from the list.');
  if (memberId && !(await tx.member.findFirst({ where: { id: memberId, disabledAt: null } })))
    refuse('assigneeId', 'Choose somebody from the list.');
}

/** @throws AppError `invalid` when a probe names a dataset or a suite that is not there */
export async function assertProbe(tx: Tx, probe: Probe | null): Promise<void> {
  if (probe?.kind === 'BACKUP_AGE' && !(await tx.dataset.findFirst({ where: { id: probe.datasetId } })))
    refuse('probe.datasetId', 'Choose a dataset of a service.');
  if (probe?.kind === 'KNOWN_GOOD' && !(await tx.suite.findFirst({ where: { id: probe.suiteId } })))
    refuse('probe.suiteId', 'Choose a verification suite of a service.');
}
