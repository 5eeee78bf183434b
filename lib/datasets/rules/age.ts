import { exactDuration, roundedDuration } from '@/lib/platform/rules/duration';
import { isWhole, type SizedSnapshot, wholeness, wholeSnapshots } from './whole';

/** What is asked of a dataset's snapshots. */
export interface BackupTarget {
  name: string;
  intervalMinutes: number | null;
  rpoMinutes: number | null;
  system: string;
}

export interface StoredSnapshot extends SizedSnapshot {
  system: string;
}

export interface SnapshotAge {
  state: 'WITHIN' | 'OVERDUE' | 'OVER_RPO' | 'NONE';
  seconds: number | null;
  /** One sentence that a manager understands. */
  sentence: string;
}

/** The next one may be late by half its interval: taking and sending it needs time as well. */
const patience = 1.5;

/** The age of the newest whole snapshot that is still there, against the RPO and the interval. */
export function snapshotAge(
  dataset: BackupTarget,
  snapshots: readonly StoredSnapshot[],
  now: Date,
): SnapshotAge {
  const there = (snapshot: StoredSnapshot) => snapshot.missingAt === null;
  const newest = wholeSnapshots(snapshots).find(there);
  const whole = snapshots.some((one) => there(one) && (!newest || one.takenAt > newest.takenAt))
    ? 'whole '
    : '';
  if (!newest) {
    return { state: 'NONE', seconds: null, sentence: `There is no ${whole}snapshot of ${dataset.name}.` };
  }
  const seconds = Math.max(0, (now.getTime() - newest.takenAt.getTime()) / 1000);
  const is = `The newest ${whole}snapshot of ${dataset.name} is ${roundedDuration(seconds)} old`;
  const { rpoMinutes, intervalMinutes } = dataset;
  if (rpoMinutes !== null && seconds > rpoMinutes * 60) {
    return {
      state: 'OVER_RPO',
      seconds,
      sentence: `${is}, and at most ${exactDuration(rpoMinutes * 60)} may be lost.`,
    };
  }
  if (intervalMinutes !== null && seconds > intervalMinutes * 60 * patience) {
    return {
      state: 'OVERDUE',
      seconds,
      sentence: `${is}, and one is due every ${exactDuration(intervalMinutes * 60)}.`,
    };
  }
  const within = rpoMinutes === null ? '' : `, within the ${exactDuration(rpoMinutes * 60)} that may be lost`;
  return { state: 'WITHIN', seconds, sentence: `${is}${within}.` };
}

/**
 * The weaknesses of how a dataset is kept. Their words stay the same as long as the weakness does, so that one
 * that goes on is one finding.
 */
export function weaknesses(dataset: BackupTarget, snapshots: readonly StoredSnapshot[], now: Date): string[] {
  const found: string[] = [];
  const { state } = snapshotAge(dataset, snapshots, now);
  if (state === 'OVERDUE' || state === 'OVER_RPO') {
    found.push(
      dataset.intervalMinutes === null
        ? `The newest snapshot of ${dataset.name} is older than what may be lost.`
        : `Snapshots of ${dataset.name} are overdue: one is due every ${exactDuration(dataset.intervalMinutes * 60)}.`,
    );
  }
  if (state === 'NONE' && snapshots.length > 0)
    found.push(`Every known snapshot of ${dataset.name} is gone, damaged or not whole.`);
  const newest = [...snapshots].sort((a, b) => b.takenAt.getTime() - a.takenAt.getTime())[0];
  if (newest && !isWhole(wholeness(newest, snapshots))) {
    found.push(
      newest.complete
        ? `The newest snapshot of ${dataset.name} is far smaller than those before it.`
        : `The newest snapshot of ${dataset.name} is not complete, as its maker says.`,
    );
  }
  if (newest && sameSystem(newest.system, dataset.system)) {
    found.push(
      `Snapshots of ${dataset.name} are kept on ${dataset.system}, the system that the data itself is on.`,
    );
  }
  return found;
}

export function sameSystem(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
