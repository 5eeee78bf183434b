import { commandRoute } from '@/lib/http/route';
import { refuseAllocation } from '@/lib/resources/commands/refuse';

export const POST = commandRoute(refuseAllocation);
