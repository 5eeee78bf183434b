import { giveUpDelivery } from '@/lib/deliveries/commands/give-up';
import { commandRoute } from '@/lib/http/route';

export const POST = commandRoute(giveUpDelivery);
