import { z } from 'zod';
import { sha256 } from '@/lib/platform/audit/canonical-json';
import { asCommand, command } from '@/lib/platform/command';
import type { Context } from '@/lib/platform/context';
import { assertRate, type RateRule } from '@/lib/platform/limits/rate-limit';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { reportAttached } from '@/lib/reports/events';
import { assertQuota, storedBefore, storeFile } from '@/lib/reports/files/file-store';
import { type Picture, redraw } from '@/lib/reports/files/picture';
import { reportPolicy } from '@/lib/reports/policy';
import { type FileView, fileViewSchema } from '@/lib/reports/queries/views';
import { attachInput } from '@/lib/reports/schema';
import { isOwnReport, reports } from '@/lib/reports/subject';

const allow = permit(reportPolicy, 'report.attach', isOwnReport);
/** Of the picture as it was sent. */
const original = z.custom<Uint8Array<ArrayBuffer>>();

/** What is known before the costly part: whether this is allowed, there already, or too much. */
const before = query({
  name: 'report.attach',
  input: attachInput.extend({ original }),
  answer: z.object({ ref: z.string(), file: fileViewSchema.nullable() }),
  load: (database, { ref }) => reports.find(database, ref),
  allow,
  run: async ({ db, input, subject: { id, ref } }) => {
    const file = await storedBefore(db, id, input.original);
    if (!file) await assertQuota(db, id, 0);
    return { ref, file };
  },
});

const attach = command({
  input: attachInput.extend({ picture: z.custom<Picture>(), original }),
  answer: fileViewSchema,
  subject: reports,
  of: ({ ref }) => ref,
  allow,
  run: async ({ tx, input, subject, record }): Promise<FileView> => {
    const { file, isNew } = await storeFile(tx, { ...input, reportId: subject.id });
    if (isNew) record(reportAttached({ reportId: subject.id, fileId: file.id, bytes: file.size }));
    return file;
  },
});

/** Drawing costs seconds, so it is counted by report and by network. */
function rules({ addressBlock }: Context, ref: string): RateRule[] {
  const ofNetwork = { bucket: `picture:block:${addressBlock}`, limit: 60, seconds: 600 };
  return [{ bucket: `picture:report:${ref}`, limit: 20, seconds: 600 }, ...(addressBlock ? [ofNetwork] : [])];
}

interface SentFile {
  ref: string;
  messageId?: string | null;
  name: string;
  bytes: Uint8Array;
}

/**
 * Adds a picture to a report. It is drawn anew before the transaction begins, because that takes longer, and only when
 * nothing speaks against it.
 * @throws AppError `invalid` when it is no picture, too large or over quota, `rate_limited`, `not_found`, `forbidden`
 */
async function attachSent(ctx: Context, { bytes, ...sent }: SentFile): Promise<FileView> {
  const told = { ...sent, original: sha256(bytes) };
  const { ref, file } = await before(ctx, told);
  if (file) return file;
  const wait = (seconds: number) =>
    `Many pictures came in a short time. Send this one again in ${seconds} seconds.`;
  await assertRate(rules(ctx, ref), wait);
  // The idempotency of a request is that of its report; the same content is stored once anyway.
  const { idempotencyKey: _, ...rest } = ctx;
  const picture = await redraw(bytes, sent.name, [ctx.addressBlock ?? 'unknown', ref]);
  return await attach(rest, { ...told, picture });
}

export const attachFile = asCommand(attach, fileViewSchema, attachSent);
