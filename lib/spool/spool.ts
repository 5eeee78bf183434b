import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { Context } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { limit, ofNetwork } from '@/lib/platform/limits/limit';
import { settings } from '@/lib/platform/process/environment';
import { logger } from '@/lib/platform/process/log';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';
import { type Admission, admissionSchema } from '@/lib/reports/intake/admission';
import { referenceOf } from '@/lib/reports/intake/derived-reference';
import { saidHash } from '@/lib/reports/intake/said-hash';
import { trackingPath } from '@/lib/reports/links/tracking-link';
import type { FiledReport } from '@/lib/reports/queries/views';
import { sealedBytes } from './sealed-file';
import { SpoolFolder } from './spool-folder';

const actorSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('anonymous') }),
  z.object({ kind: z.literal('member'), memberId: z.uuid(), role: z.string(), sessionId: z.uuid() }),
  z.object({ kind: z.literal('key'), keyId: z.uuid(), role: z.string() }),
  z.object({ kind: z.literal('system'), part: z.string() }),
]);

/** One kept report: who sent it, and what was decided about it. */
const spooledSchema = z.object({
  context: z.object({
    actor: actorSchema,
    requestId: z.string(),
    addressBlock: z.string().optional(),
    addressRange: z.string().optional(),
    userAgent: z.string().optional(),
  }),
  admission: admissionSchema,
});
type Spooled = z.output<typeof spooledSchema>;

export interface SpoolLimits {
  /**
   * Of all files together; those of strangers of one network, or of its site, take a quarter of it at most, and half of
   * what the others leave of seven eighths. The last eighth is for networks that sent next to nothing: each has room
   * for a text or two in it, so that even hundreds do not keep another one out.
   */
  bytes: number;
  /** Reports of strangers of one network block until the spool is empty again; a whole office may sit behind one. */
  perBlock: number;
}

const perBlock = limit({
  name: 'spool:block',
  counts: 'anonymous reports of a network while the database is away',
  most: 200,
  beyond: 'refused',
});
const usual: SpoolLimits = { bytes: 64_000_000, perBlock: perBlock.most };

/** Reports that came while the database was away, kept on this machine until it is back. */
export class Spool {
  readonly folder: SpoolFolder;
  readonly #limits: SpoolLimits;
  readonly #perBlock = new Map<string, { reports: number; bytes: number }>();
  /** Bytes that lay there when they were counted, and those that came since or are on their way. */
  #counted: Promise<number> | null = null;
  #since = 0;
  #onTheirWay = 0;

  constructor(folder: string, limits: SpoolLimits = usual) {
    this.folder = new SpoolFolder(folder);
    this.#limits = limits;
  }

  /**
   * Keeps a report. When this returns, it is on the disk and will be stored once the database is back.
   * A report sent twice is kept once and answered alike.
   * @throws AppError `unavailable` when the spool is full or cannot be written: then nothing was kept
   */
  async store(ctx: Context, admission: Admission): Promise<FiledReport> {
    const name = nameOf(admission);
    const spooled: Admission = { ...admission, receivedAt: new Date().toISOString(), spooled: true };
    const { actor, requestId, addressBlock, addressRange, userAgent } = ctx;
    const text = JSON.stringify({
      context: { actor, requestId, addressBlock, addressRange, userAgent },
      admission: spooled,
    });
    try {
      const earlier = await this.folder.get(name);
      if (earlier) return this.#again(earlier, admission);
      if (!(await this.#put(ctx, name, text)))
        return this.#again((await this.folder.get(name)) ?? text, admission);
    } catch (error) {
      if (error instanceof AppError) throw error;
      logger().error({ err: error }, 'spool: a report could not be kept');
      throw full();
    }
    return answerOf(spooled);
  }

  #again(text: string, { input }: Admission): FiledReport {
    const { admission } = readSpooled(text);
    if (saidHash(admission.input).equals(saidHash(input))) return answerOf(admission);
    throw new AppError(
      'conflict',
      'This form was sent before with other answers. Open a new form for this one.',
    );
  }

  /** What is not kept in the end, because it failed or was there already, takes no room and no place. */
  async #put(ctx: Context, name: string, text: string): Promise<boolean> {
    this.#onTheirWay += 1;
    let kept = false;
    let giveBack = () => {};
    try {
      giveBack = await this.#takeRoom(ctx, sealedBytes(text));
      kept = await this.folder.put(name, text);
      return kept;
    } finally {
      this.#onTheirWay -= 1;
      if (!kept) giveBack();
    }
  }

  async #takeRoom(ctx: Context, bytes: number): Promise<() => void> {
    this.#counted ??= this.folder.bytes();
    const counted = await this.#counted.catch((error) => {
      this.#counted = null;
      throw error;
    });
    // Whoever is known is not one of a crowd.
    const isStranger = ctx.actor.kind === 'anonymous';
    const rules = isStranger ? ofNetwork({ ...perBlock, most: this.#limits.perBlock }, ctx) : [];
    const of = (bucket: string) => this.#perBlock.get(bucket) ?? { reports: 0, bytes: 0 };
    const total = this.#limits.bytes;
    const left = total - counted - this.#since;
    const isOver = rules.some(({ bucket, limit: most }) => {
      const own = of(bucket);
      const share = Math.min(total / 4, (left - total / 8 + own.bytes) / 2);
      return own.reports >= most || own.bytes + bytes > Math.max(share, total / 2_000);
    });
    if (bytes > left || isOver) throw full();
    const add = (sign: 1 | -1) => {
      this.#since += sign * bytes;
      for (const { bucket } of rules) {
        const before = of(bucket);
        this.#perBlock.set(bucket, { reports: before.reports + sign, bytes: before.bytes + sign * bytes });
      }
    };
    add(1);
    return () => add(-1);
  }

  /** Everything is stored, by this process or another: counting begins anew, once nothing more is on its way. */
  async emptied(): Promise<void> {
    if (this.#onTheirWay === 0) {
      this.#counted = null;
      this.#since = 0;
      this.#perBlock.clear();
    }
    await this.folder.clearDrafts();
  }
}

function full(): AppError {
  const sentence =
    'We cannot take reports at the moment: our database takes none and the room for keeping them is used up. ' +
    'Your text is still here. Try again in a few minutes, or call the service desk.';
  return new AppError('unavailable', sentence, { retryAfter: 60 });
}

function nameOf({ origin, clientKey }: Admission): string {
  return createHash('sha256')
    .update(JSON.stringify([origin.source, clientKey]))
    .digest('hex')
    .slice(0, 40);
}

function answerOf({ origin, clientKey, trackTokenId, held, receivedAt }: Admission): FiledReport {
  return {
    ref: referenceOf(origin.source, clientKey),
    state: 'NEW',
    trackingPath: trackingPath(trackTokenId),
    incidentRef: null,
    held,
    spooled: true,
    receivedAt: receivedAt ?? new Date().toISOString(),
  };
}

/** @throws Error when the text is not what `store` wrote */
export function readSpooled(text: string): Spooled {
  return spooledSchema.parse(JSON.parse(text));
}

/** The spool of this process, in the data folder. */
export const spool = oncePerProcess('spool', () => new Spool(join(settings().dataDir, 'spool')));
