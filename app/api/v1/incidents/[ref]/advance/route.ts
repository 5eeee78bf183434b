import { commandRoute } from '@/lib/http/route';
import { advanceStage } from '@/lib/incidents/commands/advance';

export const POST = commandRoute(advanceStage);
