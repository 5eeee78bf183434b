import { rotateEndpointSecret } from '@/lib/automation/commands/rotate-secret';
import { commandRoute } from '@/lib/http/route';

export const POST = commandRoute(rotateEndpointSecret);
