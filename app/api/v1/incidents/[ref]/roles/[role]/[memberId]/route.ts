import { commandRoute } from '@/lib/http/route';
import { endRole } from '@/lib/incidents/commands/end-role';

export const DELETE = commandRoute(endRole);
