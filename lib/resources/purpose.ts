import type { z } from 'zod';
import type { Tx } from '@/lib/database/db';
import { incidents } from '@/lib/incidents/subject';
import { AppError } from '@/lib/platform/errors';
import type { requestAllocationInput } from './schema';

export interface Purpose {
  incidentId: string | null;
  runId: string | null;
}

type Input = z.output<typeof requestAllocationInput>;

async function ofIncident(tx: Tx, ref: string): Promise<Purpose> {
  const row = await incidents.read(tx, ref, { id: true, ref: true, stage: true });
  if (row.stage === 'CLOSED') {
    throw new AppError('precondition', `${row.ref} is closed, so nobody is booked for it any more.`);
  }
  return { incidentId: row.id, runId: null };
}

async function ofRun(tx: Tx, ref: string): Promise<Purpose> {
  const row = await tx.run.findUnique({
    where: { ref },
    select: { id: true, ref: true, incidentId: true, finishedAt: true },
  });
  if (!row) throw new AppError('not_found', `There is no run ${ref}. Check the reference.`);
  if (row.finishedAt) {
    throw new AppError('precondition', `${row.ref} is over, so nobody is booked for it any more.`);
  }
  return { incidentId: row.incidentId, runId: row.id };
}

/** What a booking is for. @throws AppError `not_found`, `precondition` when that is over */
export async function purposeOf(tx: Tx, input: Input): Promise<Purpose> {
  return input.runRef ? await ofRun(tx, input.runRef.toUpperCase()) : await ofIncident(tx, input.ref ?? '');
}
