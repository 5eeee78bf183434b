import { commandRoute } from '@/lib/http/route';
import { movePromise } from '@/lib/incidents/commands/move-promise';

export const POST = commandRoute(movePromise);
