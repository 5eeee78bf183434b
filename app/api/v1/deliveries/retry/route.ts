import { retryAllDeliveries } from '@/lib/deliveries/commands/retry-all';
import { commandRoute } from '@/lib/http/route';

export const POST = commandRoute(retryAllDeliveries);
