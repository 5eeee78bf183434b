import { db } from '@/lib/database/db';
import { fileStream } from '@/lib/reports/files/file-store';
import type { FileView } from '@/lib/reports/queries/views';

/** A stored file, to be saved and never to be shown as a page of ours. */
export function fileDownload(file: FileView): Response {
  const name = encodeURIComponent(file.name).replaceAll("'", '%27');
  return new Response(fileStream(db(), file.id), {
    headers: {
      'content-type': file.contentType,
      'content-length': String(file.size),
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}

/** The name of an upload, from its query string: the body is the file itself. */
export function uploadName(request: Request): string {
  return new URL(request.url).searchParams.get('name')?.slice(0, 500) ?? 'picture';
}
