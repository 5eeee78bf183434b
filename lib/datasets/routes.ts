import { acceptSnapshot } from '@/lib/datasets/commands/accept-snapshot';
import { archiveDataset } from '@/lib/datasets/commands/archive';
import { createDataset } from '@/lib/datasets/commands/create';
import { editDataset } from '@/lib/datasets/commands/edit';
import { reportSnapshot } from '@/lib/datasets/commands/report-snapshot';
import { listDatasets } from '@/lib/datasets/queries/list';
import { created, type Rows } from '@/lib/platform/route';

export const datasetRoutes = {
  'POST /datasets': created(createDataset),
  'POST /datasets/:datasetId/snapshots': created(reportSnapshot),
  'POST /datasets/:datasetId/snapshots/:snapshotId/accept': acceptSnapshot,
  'PATCH /datasets/:id': editDataset,
  'POST /datasets/:id/archive': archiveDataset,
  'GET /services/:slug/datasets': listDatasets,
} satisfies Rows;
