import { z } from 'zod';
import { asCommand, command } from '@/lib/platform/command';
import type { Context } from '@/lib/platform/context';
import { permit } from '@/lib/platform/policy';
import { reportAttached } from '@/lib/reports/events';
import { storeFile } from '@/lib/reports/files/file-store';
import { type Picture, redraw } from '@/lib/reports/files/picture';
import { reportPolicy } from '@/lib/reports/policy';
import { type FileView, fileViewSchema } from '@/lib/reports/queries/views';
import { attachInput } from '@/lib/reports/schema';
import { reports } from '@/lib/reports/subject';

const attach = command({
  name: 'report.attach',
  input: attachInput.extend({ picture: z.custom<Picture>() }),
  answer: fileViewSchema,
  subject: reports,
  of: ({ ref }) => ref,
  allow: permit(reportPolicy, 'report.attach'),
  run: async ({ tx, input: { messageId, name, picture }, subject, record }): Promise<FileView> => {
    const { file, isNew } = await storeFile(tx, subject.id, messageId ?? null, name, picture);
    if (isNew) record(reportAttached({ reportId: subject.id, fileId: file.id, bytes: file.size }));
    return file;
  },
});

interface SentFile {
  ref: string;
  messageId?: string | null;
  name: string;
  bytes: Uint8Array;
}

/**
 * Adds a picture to a report. It is drawn anew before the transaction begins, because that takes longer.
 * @throws AppError `invalid` when it is no picture, too large or over quota, `not_found`, `forbidden`
 */
async function attachSent(ctx: Context, { bytes, ...sent }: SentFile): Promise<FileView> {
  // The idempotency of a request is that of its report; the same content is kept once anyway.
  const { idempotencyKey: _, ...rest } = ctx;
  return await attach(rest, { ...sent, picture: await redraw(bytes, sent.name) });
}

export const attachFile = asCommand(attach, fileViewSchema, attachSent);
