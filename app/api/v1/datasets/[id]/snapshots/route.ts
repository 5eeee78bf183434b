import { reportSnapshot } from '@/lib/datasets/commands/report-snapshot';
import { commandRoute } from '@/lib/http/route';

/** The heartbeat of whatever takes the snapshots. */
export const POST = commandRoute(reportSnapshot, {
  status: 201,
  merge: (body, { id }) => ({ ...body, datasetId: id }),
});
