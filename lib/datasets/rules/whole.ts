import { bytesInWords } from '@/lib/platform/rules/bytes';
import { roundedDuration } from '@/lib/platform/rules/duration';

/** What of a snapshot says whether all of the data is in it. */
export interface SizedSnapshot {
  externalId: string;
  takenAt: Date;
  sizeBytes: bigint | number;
  /** What was usual before it when it was reported, which a window of the newest ones need not show any more. */
  usualBytes?: bigint | number | null;
  /** Whether its maker says that it holds everything. */
  complete: boolean;
  missingAt: Date | null;
  /** Since when somebody says that its size is right, however small it is. */
  acceptedAt?: Date | null;
}

/** A snapshot is compared with so many before it. */
export const comparedSnapshots = 40;
/** So many of the whole ones among them say what is usual. */
const usual = 5;
/** Smaller than this share of what is usual, data is missing from it. */
const leastShare = 0.5;

export interface Wholeness {
  complete: boolean;
  /** What is usual, in bytes, where this one falls far below it or holds nothing; else null. */
  shortOf: number | null;
}

function median(sizes: readonly number[]): number {
  const sorted = sizes.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const inOrder = <S extends SizedSnapshot>(snapshots: readonly S[]) =>
  snapshots.toSorted((a, b) => a.takenAt.getTime() - b.takenAt.getTime());

interface Judgement<S> {
  judged: { snapshot: S; is: Wholeness }[];
  /** Of the whole ones, from the last that was accepted on. */
  sizes: number[];
}

/**
 * Judges snapshots from the oldest on, each by the whole ones before it, so that a run of small ones is never usual. One
 * that somebody accepted says what is usual for those after it, whatever was so when they were reported.
 */
function judge<S extends SizedSnapshot>(snapshots: readonly S[]): Judgement<S> {
  let sizes: number[] = [];
  let isAccepted = false;
  const judged = inOrder(snapshots).map((snapshot) => {
    const size = Number(snapshot.sizeBytes);
    const before = median(sizes.slice(-usual));
    const expected = isAccepted ? before : Number(snapshot.usualBytes ?? before);
    const accepted = Boolean(snapshot.acceptedAt);
    const isShort = size === 0 || (!accepted && size < expected * leastShare);
    const is = { complete: snapshot.complete, shortOf: isShort ? expected : null };
    if (accepted && isWhole(is)) [sizes, isAccepted] = [[size], true];
    else if (isWhole(is)) sizes.push(size);
    return { snapshot, is };
  });
  return { judged, sizes };
}

/** What is usual after these: of the whole ones among them, or else what was usual for the newest. */
export function usualAfter(recent: readonly SizedSnapshot[]): number {
  const { judged, sizes } = judge(recent);
  return sizes.length > 0 ? median(sizes.slice(-usual)) : Number(judged.at(-1)?.snapshot.usualBytes ?? 0);
}

export function isWhole({ complete, shortOf }: Wholeness): boolean {
  return complete && shortOf === null;
}

/** Those that hold all of the data, as far as one can tell, newest first. */
export function wholeSnapshots<S extends SizedSnapshot>(snapshots: readonly S[]): S[] {
  return judge(snapshots)
    .judged.filter(({ is }) => isWhole(is))
    .map(({ snapshot }) => snapshot)
    .reverse();
}

/** Whether one is whole, against those before it. */
export function wholeness(snapshot: SizedSnapshot, recent: readonly SizedSnapshot[]): Wholeness {
  const before = recent.filter(({ takenAt }) => takenAt < snapshot.takenAt);
  return judge([...before, snapshot]).judged.at(-1)?.is ?? { complete: snapshot.complete, shortOf: null };
}

/** “1.43 MB, and those before it are about 3.35 GB” */
export function sizeWords(sizeBytes: bigint | number, usualBytes: number): string {
  const size = bytesInWords(Number(sizeBytes));
  return usualBytes > 0 ? `${size}, and those before it are about ${bytesInWords(usualBytes)}` : size;
}

/** “The last whole one is shop-0006, 6 min old.” */
export function suggestion(recent: readonly SizedSnapshot[], now: Date): string {
  const last = wholeSnapshots(recent).find(({ missingAt }) => missingAt === null);
  if (!last) return 'No whole one is known.';
  const seconds = Math.max(0, (now.getTime() - last.takenAt.getTime()) / 1_000);
  return `The last whole one is ${last.externalId}, ${roundedDuration(seconds)} old.`;
}
