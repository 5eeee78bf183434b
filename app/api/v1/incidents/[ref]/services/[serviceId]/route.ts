import { commandRoute } from '@/lib/http/route';
import { removeService } from '@/lib/incidents/commands/remove-service';
import { setServiceStatus } from '@/lib/incidents/commands/set-service-status';

export const PATCH = commandRoute(setServiceStatus);
export const DELETE = commandRoute(removeService);
