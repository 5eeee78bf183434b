import type { Db, Tx } from '@/lib/database/db';
import type { Actor } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { subject } from '@/lib/platform/subject';
import { isOwnService } from '@/lib/services/ownership';

/** A suite is own to the developers of its service. */
export const isOwnSuite = (actor: Actor, { serviceId }: { serviceId: string }, database: Db | Tx) =>
  isOwnService(actor, { id: serviceId }, database);

export const suites = subject({
  noun: 'suite',
  table: 'suite',
  select: { id: true, version: true, serviceId: true, name: true, description: true, archivedAt: true },
  answers: { id: true, version: true },
  named: 'name',
  words: { one: 'suite', missing: 'There is no such verification suite.' },
  own: isOwnSuite,
});

interface OfSuite {
  suite: { serviceId: string };
}
const isOfOwnSuite = (actor: Actor, { suite }: OfSuite, database: Db | Tx) =>
  isOwnSuite(actor, suite, database);

/** A case in use; whoever changes one has its suite locked. */
export const cases = subject({
  noun: 'case',
  table: 'suiteCase',
  select: {
    id: true,
    version: true,
    name: true,
    kind: true,
    request: true,
    comparison: true,
    timeoutMs: true,
    archivedAt: true,
    suite: { select: { id: true, serviceId: true, archivedAt: true } },
  },
  answers: { id: true, version: true },
  named: 'name',
  words: { one: 'case', missing: 'This case is no longer in the suite.' },
  own: isOfOwnSuite,
  lock: async (tx, { suiteId, caseId }: { suiteId: string; caseId: string }) => {
    const [row] = await tx.$queryRaw<{ id: string }[]>`
      select c.id from suite s join suite_case c on c.suite_id = s.id
      where s.id = ${suiteId}::uuid and c.id = ${caseId}::uuid and c.archived_at is null for no key update of s`;
    return row?.id ?? null;
  },
});

export const replays = subject({
  noun: 'suiteRun',
  table: 'suiteRun',
  select: {
    id: true,
    checkId: true,
    runStepId: true,
    state: true,
    total: true,
    matched: true,
    differed: true,
    explained: true,
    suite: { select: { id: true, serviceId: true } },
    runStep: { select: { runId: true } },
  },
  answers: { id: true },
  words: { one: 'replay', missing: 'There is no such replay of this suite.' },
  own: isOfOwnSuite,
  lock: async (tx, { suiteId, replayId }: { suiteId: string; replayId: string }) => {
    const [row] = await tx.$queryRaw<{ id: string }[]>`
      select id from suite_run where id = ${replayId}::uuid and suite_id = ${suiteId}::uuid for no key update`;
    return row?.id ?? null;
  },
});

/** @throws AppError `precondition` */
export function assertInUse(suite: { archivedAt: Date | null }): void {
  if (suite.archivedAt === null) return;
  throw new AppError('precondition', 'This suite is archived. Bring it back first.');
}

export const takenName =
  'Another suite of this service has this name, perhaps an archived one. Choose another.';
