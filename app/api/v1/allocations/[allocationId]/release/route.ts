import { commandRoute } from '@/lib/http/route';
import { releaseAllocation } from '@/lib/resources/commands/release';

export const POST = commandRoute(releaseAllocation);
