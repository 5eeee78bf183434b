import { commandRoute } from '@/lib/http/route';
import { endSession } from '@/lib/members/commands/end-session';

export const DELETE = commandRoute(endSession);
