import { queryRoute } from '@/lib/http/route';
import { myAllocations } from '@/lib/resources/queries/mine';

export const GET = queryRoute(myAllocations);
