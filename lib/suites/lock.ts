import type { Db, Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { nameRows } from '@/lib/platform/names';

nameRows('suite', 'suite', 'name');

/** The suite row, locked until the end of the transaction. @throws AppError `not_found` */
export async function lockSuite(tx: Tx, id: string) {
  await tx.$queryRaw`select id from suite where id = ${id}::uuid for update`;
  return await findSuite(tx, id);
}

/** @throws AppError `not_found` */
export async function findSuite(db: Db | Tx, id: string) {
  const suite = await db.suite.findUnique({ where: { id } });
  if (!suite) throw new AppError('not_found', 'There is no such verification suite.');
  return suite;
}

export async function lockCase(tx: Tx, input: { suiteId: string; caseId: string }) {
  const suite = await lockSuite(tx, input.suiteId);
  const row = await tx.suiteCase.findFirst({
    where: { id: input.caseId, suiteId: input.suiteId, archivedAt: null },
  });
  if (!row) throw new AppError('not_found', 'This case is no longer in the suite.');
  return { ...suite, case: row };
}

/** The replay with its suite, locked in that order. @throws AppError `not_found` */
export async function lockReplay(tx: Tx, input: { suiteId: string; replayId: string }) {
  const suite = await findSuite(tx, input.suiteId);
  await tx.$queryRaw`select id from suite_run where id = ${input.replayId}::uuid for update`;
  const replay = await tx.suiteRun.findFirst({
    where: { id: input.replayId, suiteId: input.suiteId },
    include: { runStep: { select: { runId: true } } },
  });
  if (!replay) throw new AppError('not_found', 'There is no such replay of this suite.');
  return { ...suite, replay };
}

/** @throws AppError `conflict` when somebody saved it in between */
export function assertVersion(row: { name: string; version: number }, version: number): void {
  if (row.version === version) return;
  throw new AppError(
    'conflict',
    `“${row.name}” was saved by somebody else in between. Reload it and enter your change again.`,
    { details: { version: row.version } },
  );
}

/** @throws AppError `precondition` */
export function assertInUse(suite: { archivedAt: Date | null }): void {
  if (suite.archivedAt === null) return;
  throw new AppError('precondition', 'This suite is archived. Bring it back first.');
}
