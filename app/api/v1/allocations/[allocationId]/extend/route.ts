import { commandRoute } from '@/lib/http/route';
import { extendAllocation } from '@/lib/resources/commands/extend';

export const POST = commandRoute(extendAllocation);
