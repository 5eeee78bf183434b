import { commandRoute } from '@/lib/http/route';
import { closeIncident } from '@/lib/incidents/commands/close';

export const POST = commandRoute(closeIncident);
