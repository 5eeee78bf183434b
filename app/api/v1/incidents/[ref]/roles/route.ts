import { commandRoute } from '@/lib/http/route';
import { assignRole } from '@/lib/incidents/commands/assign-role';

export const POST = commandRoute(assignRole);
