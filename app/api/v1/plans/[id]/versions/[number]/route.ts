import { queryRoute } from '@/lib/http/route';
import { planVersionRead } from '@/lib/plans/queries/read-version';

export const GET = queryRoute(planVersionRead);
