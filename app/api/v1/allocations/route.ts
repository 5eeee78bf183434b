import { commandRoute } from '@/lib/http/route';
import { requestAllocation } from '@/lib/resources/commands/request';

export const POST = commandRoute(requestAllocation, { status: 201 });
