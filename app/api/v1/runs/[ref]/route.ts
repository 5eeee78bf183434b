import { queryRoute } from '@/lib/http/route';
import { runRead } from '@/lib/runs/queries/read';

export const GET = queryRoute(runRead);
