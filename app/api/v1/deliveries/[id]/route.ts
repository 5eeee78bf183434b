import { readDelivery } from '@/lib/deliveries/queries/read';
import { queryRoute } from '@/lib/http/route';

export const GET = queryRoute(readDelivery);
