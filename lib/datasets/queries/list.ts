import { z } from 'zod';
import type { Db, Tx } from '@/lib/database/db';
import { datasetPolicy } from '@/lib/datasets/policy';
import type { DatasetView, SnapshotView } from '@/lib/datasets/queries/views';
import { snapshotAge } from '@/lib/datasets/rules/age';
import { comparedSnapshots, isWhole, type Wholeness, wholeness } from '@/lib/datasets/rules/whole';
import { databaseNow } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import type { ProbeOutcome } from '@/lib/probes/rules/probe';
import type { Prisma } from '@/prisma/generated/client';
import { datasetViewSchema } from './views';

const restoredIn = {
  where: { restoredAt: { not: null } },
  select: { restoredAt: true, run: { select: { ref: true } } },
  orderBy: { restoredAt: 'desc' },
  take: 1,
} satisfies Prisma.Snapshot$runsArgs;

const acceptedBy = { select: { id: true, name: true } } as const;

const shown = 5;

const datasetInclude = {
  snapshots: {
    orderBy: { takenAt: 'desc' },
    take: comparedSnapshots,
    include: { runs: restoredIn, acceptedBy },
  },
  findings: { where: { settledAt: null }, select: { sentence: true }, orderBy: { createdAt: 'asc' } },
} satisfies Prisma.DatasetInclude;

type DatasetRow = Prisma.DatasetGetPayload<{ include: typeof datasetInclude }>;
type SnapshotRow = DatasetRow['snapshots'][number];

/**
 * As many as a snapshot is compared with, newest first; also those that were found gone or damaged.
 * @param before only those that were taken earlier
 */
export async function recentSnapshots(db: Db | Tx, datasetId: string, before?: Date) {
  return await db.snapshot.findMany({
    where: { datasetId, ...(before ? { takenAt: { lt: before } } : {}) },
    orderBy: { takenAt: 'desc' },
    take: comparedSnapshots,
  });
}

/** A service's datasets with their newest snapshots, by name. */
async function datasetsOf(db: Db | Tx, serviceId: string, archived = false): Promise<DatasetView[]> {
  const now = await databaseNow(db as Tx);
  const rows = await db.dataset.findMany({
    where: { serviceId, archivedAt: archived ? { not: null } : null },
    include: datasetInclude,
    orderBy: { name: 'asc' },
  });
  return await Promise.all(rows.map(async (row) => datasetView(row, await lastRestored(db, row.id), now)));
}

async function lastRestored(db: Db | Tx, datasetId: string): Promise<DatasetView['lastRestored']> {
  const row = await db.runSnapshot.findFirst({
    where: { snapshot: { datasetId }, restoredAt: { not: null } },
    orderBy: { restoredAt: 'desc' },
    select: { restoredAt: true, run: { select: { ref: true } } },
  });
  return row?.restoredAt ? { ref: row.run.ref, at: row.restoredAt.toISOString() } : null;
}

function datasetView(row: DatasetRow, restored: DatasetView['lastRestored'], now: Date): DatasetView {
  const age = snapshotAge(row, row.snapshots, now);
  return {
    id: row.id,
    version: row.version,
    serviceId: row.serviceId,
    name: row.name,
    intervalMinutes: row.intervalMinutes,
    rpoMinutes: row.rpoMinutes,
    system: row.system,
    location: row.location,
    keepDays: row.keepDays,
    archived: row.archivedAt !== null,
    snapshots: row.snapshots.slice(0, shown).map((one) => snapshotView(one, wholeness(one, row.snapshots))),
    lastRestored: restored,
    ageSeconds: age.seconds,
    state: age.state,
    sentence: age.sentence,
    findings: row.findings.map(({ sentence }) => sentence),
  };
}

function snapshotView(row: SnapshotRow, is: Wholeness): SnapshotView {
  const [last] = row.runs;
  return {
    id: row.id,
    externalId: row.externalId,
    takenAt: row.takenAt.toISOString(),
    sizeBytes: Number(row.sizeBytes),
    whole: isWhole(is),
    complete: row.complete,
    short: is.shortOf !== null,
    accepted:
      row.acceptedAt && row.acceptedReason !== null
        ? { by: row.acceptedBy, at: row.acceptedAt.toISOString(), reason: row.acceptedReason }
        : null,
    checksum: row.checksum,
    system: row.system,
    location: row.location,
    reportedAt: row.reportedAt.toISOString(),
    verifiedAt: row.verifiedAt?.toISOString() ?? null,
    missingAt: row.missingAt?.toISOString() ?? null,
    restored: last?.restoredAt ? { ref: last.run.ref, at: last.restoredAt.toISOString() } : null,
  };
}

/** The datasets of a service, for its page. @throws AppError `not_found` */
export const listDatasets = query({
  name: 'dataset.list',
  input: z.object({ slug: z.string().max(80) }),
  answer: z.object({ items: z.array(datasetViewSchema) }),
  load: async (db, input) => {
    const service = await db.service.findUnique({ where: { slug: input.slug }, select: { id: true } });
    if (!service) throw new AppError('not_found', 'There is no service at this address.');
    return service;
  },
  allow: permit(datasetPolicy, 'dataset.read'),
  run: async ({ db, subject }) => ({ items: await datasetsOf(db, subject.id) }),
});

/** Answers a BACKUP_AGE probe from our own books: the newest snapshot against RPO and interval. */
export async function backupAge(db: Db | Tx, datasetId: string, now: Date): Promise<ProbeOutcome> {
  const dataset = await db.dataset.findUnique({ where: { id: datasetId } });
  if (!dataset) {
    const sentence = 'The dataset that this check names does not exist any more.';
    return { outcome: 'UNCLEAR', fault: null, sentence, timings: { totalMs: 0 }, evidence: { datasetId } };
  }
  const snapshots = await recentSnapshots(db, datasetId);
  const { state, seconds, sentence } = snapshotAge(dataset, snapshots, now);
  const [newest] = snapshots;
  return {
    outcome: state === 'WITHIN' ? 'OK' : 'FAULT',
    fault: state === 'WITHIN' ? null : 'CONTENT',
    sentence,
    timings: { totalMs: 0 },
    evidence: {
      dataset: dataset.name,
      ageSeconds: seconds === null ? null : Math.round(seconds),
      newest: newest?.externalId ?? null,
      takenAt: newest?.takenAt.toISOString() ?? null,
    },
  };
}
