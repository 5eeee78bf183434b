import { fileDownload } from '@/lib/http/file-download';
import { handleTracking } from '@/lib/http/tracking-route';
import { readReportFile } from '@/lib/reports/queries/read';

export const GET = handleTracking<'fileId'>(async ({ ctx, ref }, _, { fileId }) =>
  fileDownload(await readReportFile(ctx, { ref, fileId })),
);
