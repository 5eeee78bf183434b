import { fileDownload } from '@/lib/http/file-download';
import { handle } from '@/lib/http/route';
import { readReportFile } from '@/lib/reports/queries/read';

export const GET = handle(async (ctx, _, { ref = '', fileId = '' }) =>
  fileDownload(await readReportFile(ctx, { ref, fileId })),
);
