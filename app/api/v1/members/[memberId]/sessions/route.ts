import { commandRoute, queryRoute } from '@/lib/http/route';
import { endSessions } from '@/lib/members/commands/end-sessions';
import { listSessions } from '@/lib/members/queries/list-sessions';

export const GET = queryRoute(listSessions);
export const DELETE = commandRoute(endSessions);
