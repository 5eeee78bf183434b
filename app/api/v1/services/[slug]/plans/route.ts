import { queryRoute } from '@/lib/http/route';
import { planList } from '@/lib/plans/queries/list';

export const GET = queryRoute(planList);
