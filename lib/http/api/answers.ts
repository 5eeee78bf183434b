import { mailContentSecurityPolicy } from '@/lib/auth/pages/security-headers';
import { db } from '@/lib/database/db';
import type { Route } from '@/lib/platform/route';
import { fileStream } from '@/lib/reports/files/file-store';
import type { FileView } from '@/lib/reports/queries/views';
import { type ApiAnswer, emptyAnswer, jsonAnswer } from './request';

/** A stored file, to be saved and never to be shown as a page of ours. */
function fileAnswer(file: FileView): ApiAnswer {
  const name = encodeURIComponent(file.name).replaceAll("'", '%27');
  return {
    status: 200,
    headers: {
      'content-type': file.contentType,
      'content-length': String(file.size),
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
    },
    body: fileStream(db(), file.id),
  };
}

function mailAnswer(html: string): ApiAnswer {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': mailContentSecurityPolicy,
  };
  return { status: 200, headers, body: html };
}

/** The view of a command or query as its route sends it. */
export function viewAnswer({ sends, status }: Pick<Route, 'sends' | 'status'>, view: unknown): ApiAnswer {
  if (sends === 'file') return fileAnswer(view as FileView);
  if (sends === 'mail') return mailAnswer(view as string);
  return view === undefined ? emptyAnswer(status ?? 204) : jsonAnswer(view, status ?? 200);
}
