import { listDatasets } from '@/lib/datasets/queries';
import { queryRoute } from '@/lib/http/route';

export const GET = queryRoute(listDatasets);
