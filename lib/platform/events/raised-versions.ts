import type { Tx } from '@/lib/database/db';
import { inTests } from '@/lib/platform/process/in-tests';
import type { EventSubject, Ref } from './event-type';

interface Raised extends Ref {
  version: number;
}

/* What was written in a transaction and is told by no event yet. */
const raised = new WeakMap<Tx, Map<string, Raised>>();

/** Says that a row has another version now: the event that tells it bears that version. */
export function versionRaised(tx: Tx, row: Raised): void {
  const rows = raised.get(tx) ?? new Map<string, Raised>();
  raised.set(tx, rows.set(`${row.kind} ${row.id}`, row));
}

/** @throws Error when a row was brought to a version that no event tells, in tests only: nobody could be told who did it */
export function assertAllTold(tx: Tx, command: string): void {
  const untold = [...(raised.get(tx)?.keys() ?? [])];
  if (inTests && untold.length > 0)
    throw new Error(`${command} tells by no event what it did to ${untold.join(', ')}.`);
}

interface Stamped {
  type: string;
  subjects: EventSubject[];
}

/**
 * Stamps each version on the event that brought its row to it: the first that is about the row, one of the row's own
 * noun before others. A command records its main event first; what follows from it raised nothing.
 */
export function stampVersions(tx: Tx, events: readonly Stamped[]): void {
  const rows = raised.get(tx);
  for (const [key, { kind, id, version }] of rows ?? []) {
    const about = events.flatMap(({ type, subjects }) =>
      subjects.flatMap((subject) => (subject.kind === kind && subject.id === id ? { type, subject } : [])),
    );
    const main = about.find(({ type }) => type.startsWith(`${kind}.`)) ?? about[0];
    if (!main) continue;
    main.subject.version = version;
    rows?.delete(key);
  }
}
