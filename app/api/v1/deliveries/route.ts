import { listDeliveries } from '@/lib/deliveries/queries/list';
import { queryRoute } from '@/lib/http/route';

export const GET = queryRoute(listDeliveries);
