import { createHash } from 'node:crypto';
import { db } from '@/lib/database/db';
import { recordDigest } from '@/lib/datasets/commands/record-digest';
import { systemContext } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import type { JobQueue } from '@/lib/platform/jobs/job-queue';
import { guardInForce } from '@/lib/probes/outgoing/guard';
import { sendRequest } from '@/lib/probes/outgoing/send-request';
import { httpRequestSchema } from '@/lib/probes/rules/probe';

export type SnapshotVerification = 'RIGHT' | 'GONE' | 'DAMAGED' | 'UNKNOWN';

const headMs = 10_000;
const readMs = 60_000;
/** Larger ones are judged by the digest that their store sends, or not at all. */
const readBytes = 64 * 1024 * 1024;

/**
 * Asks the store of a snapshot whether it is there and what its checksum is now, and keeps the answer. UNKNOWN, when
 * the store could not be asked, changes nothing. @throws AppError `not_found`
 */
export async function verifySnapshot(id: string, signal?: AbortSignal): Promise<SnapshotVerification> {
  const snapshot = await db().snapshot.findUnique({
    where: { id },
    select: { location: true, checksum: true, sizeBytes: true },
  });
  if (!snapshot) throw new AppError('not_found', 'There is no such snapshot.');
  const result = await askStore(snapshot, signal);
  if (result !== 'UNKNOWN') await recordDigest(systemContext('snapshots'), { snapshotId: id, result });
  return result;
}

interface Located {
  location: string;
  checksum: string;
  sizeBytes: bigint;
}

async function askStore(
  { location, checksum, sizeBytes }: Located,
  signal?: AbortSignal,
): Promise<SnapshotVerification> {
  if (!/^https?:\/\//.test(location)) return 'UNKNOWN';
  const guard = await guardInForce();
  const ask = (method: 'HEAD' | 'GET', timeoutMs: number, maxBytes: number) =>
    sendRequest(httpRequestSchema.parse({ method, url: location }), { guard, timeoutMs, maxBytes, signal });
  const head = await ask('HEAD', headMs, 0);
  if (!head.ok) return 'UNKNOWN';
  if (head.status === 404 || head.status === 410) return 'GONE';
  if (head.status !== 200) return 'UNKNOWN';
  const digest = digestOf(head.headers['repr-digest']);
  if (digest) return digest === checksum ? 'RIGHT' : 'DAMAGED';
  if (sizeBytes > readBytes) return 'UNKNOWN';
  const whole = await ask('GET', readMs, readBytes);
  if (!whole.ok || whole.status !== 200 || whole.truncated) return 'UNKNOWN';
  return `sha256:${createHash('sha256').update(whole.body).digest('hex')}` === checksum ? 'RIGHT' : 'DAMAGED';
}

/** The sha-256 of a Repr-Digest header (RFC 9530) as we write it. */
function digestOf(header: string | undefined): string | null {
  const value = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/=]+):/.exec(header ?? '')?.[1];
  return value ? `sha256:${Buffer.from(value, 'base64').toString('hex')}` : null;
}

/** So many of a dataset's newest snapshots are looked at again and again: those that a run would choose from. */
const watched = 3;
const verifyAgainAfterSeconds = 5 * 60;

async function dueSnapshots(): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    select s.id from dataset d
    cross join lateral (
      select * from snapshot where dataset_id = d.id order by taken_at desc limit ${watched}) s
    where d.archived_at is null and s.missing_at is null and s.location ~ '^https?://'
      and (s.verified_at is null or s.verified_at < now() - make_interval(secs => ${verifyAgainAfterSeconds}::int))`;
  return rows.map(({ id }) => id);
}

/** Verifies the newest snapshots before anybody has to rely on them. */
export const snapshotVerifications: JobQueue = {
  name: 'snapshot-look',
  handle: async (id) => void (await verifySnapshot(id)),
  batchSize: 5,
  due: dueSnapshots,
};
