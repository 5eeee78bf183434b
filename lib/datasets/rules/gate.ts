import { z } from 'zod';
import { exactDuration, roundedDuration } from '@/lib/platform/rules/duration';
import { sameSystem } from './age';
import { type SizedSnapshot, sizeWords, suggestion, wholeness } from './whole';

/** What the gate said of each of its questions, as it is stored with a snapshot that was chosen. */
export const snapshotGateLinesSchema = z.array(
  z.object({
    name: z.enum(['AGE', 'CHECKSUM', 'SEPARATE', 'PRESENT', 'COMPLETE', 'SIZE']),
    ok: z.boolean(),
    /** One sentence for the operator. */
    sentence: z.string(),
  }),
);
type GateLine = z.infer<typeof snapshotGateLinesSchema>[number];

export interface SnapshotGate {
  passed: boolean;
  lines: GateLine[];
}

interface Subject {
  dataset: { name: string; rpoMinutes: number | null; system: string };
  snapshot: SizedSnapshot & { system: string; verifiedAt: Date | null };
  /** Those of the dataset that were taken before it. */
  recent: readonly SizedSnapshot[];
  now: Date;
}

/** A checksum that was looked at longer ago than this says little about the snapshot as it is now. Seconds. */
const freshSeconds = 15 * 60;

/**
 * What has to be true of a snapshot before data is reloaded from it: young enough, its checksum right, kept on a
 * separate system, still there, and whole. `verifySnapshot` brings `verifiedAt` and `missingAt` up to date first.
 */
export function snapshotGate({ dataset, snapshot, recent, now }: Subject): SnapshotGate {
  const lines = [
    age(dataset, snapshot, now),
    checksum(snapshot, now),
    separate(dataset, snapshot),
    present(snapshot),
    ...whole(snapshot, recent, now),
  ];
  return { passed: lines.every((line) => line.ok), lines };
}

function age(dataset: Subject['dataset'], snapshot: Subject['snapshot'], now: Date): GateLine {
  const seconds = Math.max(0, (now.getTime() - snapshot.takenAt.getTime()) / 1000);
  const is = `It is ${roundedDuration(seconds)} old`;
  if (dataset.rpoMinutes === null)
    return { name: 'AGE', ok: true, sentence: `${is}; how much may be lost is not agreed.` };
  const rpo = dataset.rpoMinutes * 60;
  const sentence =
    seconds <= rpo
      ? `${is}, and ${exactDuration(rpo)} may be lost.`
      : `${is}, and only ${exactDuration(rpo)} may be lost.`;
  return { name: 'AGE', ok: seconds <= rpo, sentence };
}

function checksum({ verifiedAt, missingAt }: Subject['snapshot'], now: Date): GateLine {
  const looked = verifiedAt ? (now.getTime() - verifiedAt.getTime()) / 1000 : null;
  if (missingAt && (!verifiedAt || missingAt >= verifiedAt)) {
    return { name: 'CHECKSUM', ok: false, sentence: 'Its checksum could not be found right.' };
  }
  if (looked === null) return { name: 'CHECKSUM', ok: false, sentence: 'Its checksum was never looked at.' };
  return looked <= freshSeconds
    ? { name: 'CHECKSUM', ok: true, sentence: 'Its checksum is right.' }
    : {
        name: 'CHECKSUM',
        ok: false,
        sentence: `Its checksum was right ${roundedDuration(looked)} ago and was not looked at since.`,
      };
}

function separate(dataset: Subject['dataset'], snapshot: Subject['snapshot']): GateLine {
  return sameSystem(dataset.system, snapshot.system)
    ? {
        name: 'SEPARATE',
        ok: false,
        sentence: `It is kept on ${snapshot.system}, the system that was to be protected.`,
      }
    : { name: 'SEPARATE', ok: true, sentence: `It is kept on ${snapshot.system}, a separate system.` };
}

function present({ externalId, missingAt }: Subject['snapshot']): GateLine {
  return missingAt
    ? { name: 'PRESENT', ok: false, sentence: `${externalId} is gone from its store, or is damaged.` }
    : { name: 'PRESENT', ok: true, sentence: `${externalId} is there.` };
}

function whole(snapshot: SizedSnapshot, recent: readonly SizedSnapshot[], now: Date): GateLine[] {
  const { complete, shortOf } = wholeness(snapshot, recent);
  const size = sizeWords(snapshot.sizeBytes, shortOf ?? 0);
  const instead = suggestion(recent, now);
  return [
    complete
      ? { name: 'COMPLETE', ok: true, sentence: 'Its maker says that it is complete.' }
      : { name: 'COMPLETE', ok: false, sentence: `Its maker says that it is not complete. ${instead}` },
    shortOf === null
      ? {
          name: 'SIZE',
          ok: true,
          sentence: `It has ${size}, ${snapshot.acceptedAt ? 'and somebody says that this is right' : 'no less than is usual'}.`,
        }
      : { name: 'SIZE', ok: false, sentence: `It has only ${size}. ${instead}` },
  ];
}
