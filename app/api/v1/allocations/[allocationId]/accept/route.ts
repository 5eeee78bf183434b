import { commandRoute } from '@/lib/http/route';
import { acceptAllocation } from '@/lib/resources/commands/accept';

export const POST = commandRoute(acceptAllocation);
