import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { keep, read } from '@/scripts/demo/fleet/fleet-file';

const bookSchema = z.object({
  id: z.string(),
  takenAt: z.string(),
  sizeBytes: z.number(),
  checksum: z.string(),
  entries: z.number(),
  /** The address at which Standby has been told; another one may be a new Standby, which knows nothing of it. */
  reportedTo: z.string().nullable(),
});
/** What the store wrote down when it took a snapshot. */
export type Booked = z.output<typeof bookSchema>;

const kept = 24;
const endings = { data: '.ndjson', book: '.json' } as const;

/** The folder of snapshots: the bytes of each, and beside them what is known about them. */
export class Snapshots {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = join(folder, 'store');
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
  }

  /** Oldest first. */
  list(): Booked[] {
    return readdirSync(this.#folder)
      .filter((name) => name.endsWith(endings.book))
      .sort()
      .flatMap((name) => read(join(this.#folder, name), bookSchema) ?? []);
  }

  newest(): Booked | undefined {
    return this.list().at(-1);
  }

  add(bytes: Buffer, takenAt: Date): Booked {
    const id = `shop-${takenAt.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`;
    const file = join(this.#folder, id + endings.data);
    writeFileSync(`${file}.new`, bytes, { mode: 0o600, flush: true });
    renameSync(`${file}.new`, file);
    const booked: Booked = {
      id,
      takenAt: takenAt.toISOString(),
      sizeBytes: bytes.length,
      checksum: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
      entries: bytes.toString('utf8').split('\n').filter(Boolean).length,
      reportedTo: null,
    };
    this.book(booked);
    this.#forgetOld();
    return booked;
  }

  book(booked: Booked): void {
    keep(this.#folder, booked.id + endings.book, booked);
  }

  /** The bytes as they are on the disk now, which may have suffered. */
  bytes(id: string): Buffer | null {
    if (!/^shop-[0-9TZ]+$/.test(id)) return null;
    try {
      return readFileSync(join(this.#folder, id + endings.data));
    } catch {
      return null;
    }
  }

  #forgetOld(): void {
    for (const { id } of this.list().slice(0, -kept)) {
      for (const ending of Object.values(endings)) rmSync(join(this.#folder, id + ending), { force: true });
    }
  }
}
