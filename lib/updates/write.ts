import type { Tx } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import type { Prisma } from '@/prisma/generated/client';
import type { Audience } from './schema';

interface NewUpdate {
  incidentId: string;
  audience: Audience;
  text: string;
  stage: NonNullable<Prisma.UpdateUncheckedCreateInput['stage']>;
  memberId: string | null;
  next: { dueAt: Date; zone: string } | null;
  /** The run whose announcement it is. */
  runId?: string | null;
  now: Date;
}

/** Writes an update of an incident with its first revision. @returns its id */
export async function insertUpdate(tx: Tx, update: NewUpdate): Promise<string> {
  const id = newId();
  await tx.update.create({
    data: {
      id,
      incidentId: update.incidentId,
      audience: update.audience,
      stage: update.stage,
      runId: update.runId ?? null,
      authorId: update.memberId,
      nextUpdateAt: update.next?.dueAt ?? null,
      nextUpdateZone: update.next?.zone ?? null,
      publishedAt: update.now,
      createdAt: update.now,
      revisions: {
        create: { number: 1, body: update.text, authorId: update.memberId, createdAt: update.now },
      },
    },
  });
  return id;
}
