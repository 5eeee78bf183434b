import type { Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { nameRows } from '@/lib/platform/names';

nameRows('service', 'service', 'name');

/** The service row, locked until the end of the transaction. @throws AppError `not_found` */
export async function lockService(tx: Tx, id: string) {
  await tx.$queryRaw`select id from service where id = ${id}::uuid for update`;
  const service = await tx.service.findUnique({ where: { id } });
  if (!service) throw new AppError('not_found', 'There is no such service.');
  return service;
}

/** @throws AppError `conflict` when somebody saved the service in between */
export function assertVersion(service: { name: string; version: number }, version: number): void {
  if (service.version === version) return;
  throw new AppError(
    'conflict',
    `${service.name} was saved by somebody else in between. Reload it and enter your change again.`,
    {
      details: { version: service.version },
    },
  );
}
