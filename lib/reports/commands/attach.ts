import { z } from 'zod';
import { sha256 } from '@/lib/platform/audit/canonical-json';
import { command } from '@/lib/platform/command';
import type { Context } from '@/lib/platform/context';
import { assertRate } from '@/lib/platform/limits/rate-limit';
import { permit } from '@/lib/platform/policy';
import { query } from '@/lib/platform/query';
import { reportAttached } from '@/lib/reports/events';
import { assertQuota, storedBefore, storeFile } from '@/lib/reports/files/file-store';
import { redraw } from '@/lib/reports/files/picture';
import { pictureLimits, roomRules, storedRules } from '@/lib/reports/limits';
import { reportPolicy } from '@/lib/reports/policy';
import { type FileView, fileViewSchema } from '@/lib/reports/queries/views';
import { attachInput } from '@/lib/reports/schema';
import { isOwnReport, reports } from '@/lib/reports/subject';

const allow = permit(reportPolicy, 'report.attach', isOwnReport);
const sentInput = attachInput.extend({ bytes: z.custom<Uint8Array>() });

/** What is known before the costly part: whether this is allowed, there already, or too much. */
const storedOf = query({
  name: 'report.attach',
  input: z.object({ ref: z.string(), original: z.custom<Uint8Array<ArrayBuffer>>() }),
  answer: fileViewSchema.nullable(),
  load: (database, { ref }) => reports.find(database, ref),
  allow,
  run: async ({ db, input, subject: { id } }) => {
    const file = await storedBefore(db, id, input.original);
    if (!file) await assertQuota(db, id, 0);
    return file;
  },
});

/** The file that it became already, or the picture, drawn anew. */
async function prepare(ctx: Context, { ref, name, bytes }: z.output<typeof sentInput>) {
  const original = sha256(bytes);
  const stored = await storedOf(ctx, { ref, original });
  if (stored) return { stored };
  await assertRate(roomRules(ctx), pictureLimits.sentence);
  const from = [ctx.addressSite ?? ctx.addressBlock ?? 'unknown', ref];
  return { original, picture: await redraw(bytes, name, from) };
}

/**
 * Adds a picture to a report. It is drawn anew before the transaction begins, because that takes longer, and only when
 * nothing speaks against it.
 * @throws AppError `invalid` when it is no picture, too large or over quota, `rate_limited`, `not_found`, `forbidden`
 */
export const attachFile = command({
  input: sentInput,
  answer: fileViewSchema,
  subject: reports,
  of: ({ ref }) => ref,
  allow,
  repeats: ({ bytes, ...said }) => ({ ...said, original: Buffer.from(sha256(bytes)).toString('base64url') }),
  limits: pictureLimits,
  prepare,
  run: async ({ tx, input, prepared, subject, ctx, record }): Promise<FileView> => {
    if (prepared.stored) return prepared.stored;
    const { file, isNew } = await storeFile(tx, { ...input, ...prepared, reportId: subject.id });
    if (!isNew) return file;
    await assertRate(storedRules(ctx, file.size), pictureLimits.sentence, tx);
    record(reportAttached({ reportId: subject.id, fileId: file.id, bytes: file.size }));
    return file;
  },
});
