import { commandRoute } from '@/lib/http/route';
import { orderCases } from '@/lib/suites/commands/order-cases';

export const PUT = commandRoute(orderCases);
