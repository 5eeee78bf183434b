import type { Db, Tx } from '@/lib/database/db';
import { sha256 } from '@/lib/platform/audit/canonical-json';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { beginning } from '@/lib/platform/rules/graphemes';
import type { FileView } from '@/lib/reports/queries/views';
import type { Picture } from './picture';

const chunkBytes = 256 * 1024;

const fileLimits = { perReport: 8, bytesPerReport: 40_000_000, bytesInAll: 5_000_000_000 };

const view = { id: true, name: true, contentType: true, size: true } as const;

/** A file name that is safe in a header and says nothing of the sender's folders. */
function plainFileName(name: string, contentType: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? '';
  const words = base
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}\p{M} ._-]/gu, '')
    .replace(/\.[^.]*$/, '');
  const plain = beginning(words.trim(), 80);
  return `${plain || 'picture'}.${contentType === 'image/png' ? 'png' : 'jpg'}`;
}

/** @param size of the file that is to come, in bytes. @throws AppError `invalid` */
export async function assertQuota(tx: Db | Tx, reportId: string, size: number): Promise<void> {
  const stored = await tx.fileAsset.aggregate({ where: { reportId }, _sum: { size: true }, _count: true });
  const tooMany =
    stored._count >= fileLimits.perReport || (stored._sum.size ?? 0) + size > fileLimits.bytesPerReport;
  if (tooMany) throw full(`A report can carry ${fileLimits.perReport} pictures of 40 MB together.`);
  const all = await tx.fileAsset.aggregate({ _sum: { size: true } });
  if ((all._sum.size ?? 0) + size > fileLimits.bytesInAll) {
    throw full('There is no room for pictures at the moment. Describe in words what it shows.');
  }
}

function full(sentence: string): AppError {
  return new AppError('invalid', sentence, { fields: { files: [sentence] } });
}

/** The file that the same picture became, by the digest of what was sent; null when it is new to this report. */
export async function storedBefore(
  database: Db | Tx,
  reportId: string,
  originalSha256: Uint8Array<ArrayBuffer>,
): Promise<FileView | null> {
  return await database.fileAsset.findFirst({ where: { reportId, originalSha256 }, select: view });
}

interface NewFile {
  reportId: string;
  messageId?: string | null | undefined;
  name: string;
  picture: Picture;
  /** SHA-256 of the picture as it was sent. */
  original: Uint8Array<ArrayBuffer>;
}

/** Stores a picture in chunks; the same content on the same report is stored once. @throws AppError `invalid` over quota */
export async function storeFile(
  tx: Tx,
  { reportId, messageId = null, name, picture, original }: NewFile,
): Promise<{ file: FileView; isNew: boolean }> {
  const { bytes, ...drawn } = picture;
  const hash = sha256(bytes);
  const same = await tx.fileAsset.findFirst({ where: { reportId, sha256: hash }, select: view });
  if (same) return { file: same, isNew: false };
  await assertQuota(tx, reportId, bytes.byteLength);
  const data = {
    ...drawn,
    id: newId(),
    reportId,
    messageId,
    name: plainFileName(name, drawn.contentType),
    size: bytes.byteLength,
    sha256: hash,
    originalSha256: original,
  };
  const file = await tx.fileAsset.create({ data, select: view });
  for (let number = 0; number * chunkBytes < bytes.byteLength; number += 1) {
    const body = new Uint8Array(bytes.subarray(number * chunkBytes, (number + 1) * chunkBytes));
    await tx.fileChunk.create({ data: { fileId: file.id, number, body } });
  }
  return { file, isNew: true };
}

/** A stored file, one chunk in memory at a time. */
export function fileStream(database: Db, fileId: string): ReadableStream<Uint8Array> {
  let number = 0;
  return new ReadableStream({
    async pull(controller) {
      const where = { fileId_number: { fileId, number } };
      const chunk = await database.fileChunk.findUnique({ where, select: { body: true } });
      number += 1;
      if (chunk) controller.enqueue(chunk.body);
      else controller.close();
    },
  });
}
