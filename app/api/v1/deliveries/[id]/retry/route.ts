import { retryDelivery } from '@/lib/deliveries/commands/retry';
import { commandRoute } from '@/lib/http/route';

export const POST = commandRoute(retryDelivery);
