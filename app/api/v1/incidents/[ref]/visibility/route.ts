import { commandRoute } from '@/lib/http/route';
import { setVisibility } from '@/lib/incidents/commands/set-visibility';

export const POST = commandRoute(setVisibility);
