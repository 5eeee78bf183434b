import { commandRoute } from '@/lib/http/route';
import { addService } from '@/lib/incidents/commands/add-service';

export const POST = commandRoute(addService);
