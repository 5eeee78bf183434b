import type { Tx } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';

interface Note {
  incidentId: string;
  memberId: string | null;
  text: string;
  now: Date;
  occurredAt?: Date;
}

/** Keeps a text of a person outside the log, which only names its id, and answers that id. */
export async function writeNote(tx: Tx, note: Note): Promise<string> {
  const id = newId();
  await tx.incidentNote.create({
    data: {
      id,
      incidentId: note.incidentId,
      memberId: note.memberId,
      body: note.text,
      occurredAt: note.occurredAt ?? note.now,
      createdAt: note.now,
    },
  });
  return id;
}

/** The same for a reason that may be absent. */
export async function writeReason(tx: Tx, note: Omit<Note, 'text'> & { text: string | undefined }) {
  return note.text === undefined ? null : await writeNote(tx, { ...note, text: note.text });
}
