import { z } from 'zod';
import { edits } from '@/lib/platform/input/edits';
import { idInput } from '@/lib/platform/input/id-input';
import { pastInput } from '@/lib/platform/input/instant';
import { seenVersion } from '@/lib/platform/input/seen-version';
import { lines, name } from '@/lib/platform/input/text';

const field = (what: string, most: number) => name(most, { long: `${what} has at most ${most} characters.` });

const minutes = (name: string) =>
  z
    .int(`${name} is a whole number of minutes.`)
    .min(1, `${name} is at least 1 minute.`)
    .max(60 * 24 * 365, `${name} is at most a year.`);

export const datasetInputSchema = z.object({
  serviceId: idInput('Choose a service from the list.'),
  name: field('The name', 80).min(1, 'Give the dataset a name.'),
  /** None when a snapshot is taken on change. */
  intervalMinutes: minutes('The interval').nullable().default(null),
  rpoMinutes: minutes('RPO').nullable().default(null),
  system: field('The system', 120).min(1, 'Name the system that the data lives on.'),
  location: field('The location', 500).min(1, 'Say where its snapshots are kept.'),
  keepDays: z
    .int('Days are whole numbers.')
    .min(1, 'Keep at least one day.')
    .max(36_500, 'That is more than a hundred years.')
    .nullable()
    .default(null),
});

const known = { id: idInput('Name the dataset by its id.') };

/** What the fields are called, in what is said of a change. */
export const datasetFieldLabel = {
  name: 'Name',
  intervalMinutes: 'Interval',
  rpoMinutes: 'RPO',
  system: 'System that the data lives on',
  location: 'Where its snapshots are kept',
  keepDays: 'How long they are kept',
} as const satisfies Record<Exclude<keyof z.output<typeof datasetInputSchema>, 'serviceId'>, string>;

export const editDatasetInput = z.object({
  ...edits(datasetInputSchema.omit({ serviceId: true }).shape),
  ...known,
  version: seenVersion,
});
export const archiveDatasetInput = z.object({
  ...known,
  version: seenVersion,
  archived: z.boolean().default(true),
});
export const watchDatasetInput = z.object(known);

/** What a heartbeat says about one snapshot. */
export const snapshotInputSchema = z.object({
  datasetId: idInput('Name the dataset by its id.'),
  externalId: field('The id', 200).min(1, 'Send the name that the snapshot has in its store, as externalId.'),
  takenAt: pastInput('Send takenAt as an instant, like 2026-11-22T14:05:00Z.'),
  sizeBytes: z.int('sizeBytes is a whole number.').min(0, 'A size is not negative.'),
  /** False of one that is not whole, as after a backup that ended early. Left out, it is complete. */
  complete: z.boolean().optional(),
  checksum: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^sha256:[0-9a-f]{64}$/, 'Send the checksum as sha256: and 64 hexadecimal digits.'),
  system: field('The system', 120).min(1, 'Name the system that keeps the snapshot.'),
  location: field('The location', 1_000).min(1, 'Say where the snapshot is kept.'),
});

/** Its size is right, though it is far smaller than those before it. */
export const acceptSnapshotInput = z.object({
  datasetId: idInput('Name the dataset by its id.'),
  snapshotId: idInput('Name the snapshot by its id.'),
  reason: lines(1_000, { missing: 'Say how you know that this size is right.', least: 3 }),
});

export const recordDigestInput = z.object({
  snapshotId: idInput(),
  result: z.enum(['RIGHT', 'GONE', 'DAMAGED']),
});
