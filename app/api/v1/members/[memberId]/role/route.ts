import { commandRoute } from '@/lib/http/route';
import { setRole } from '@/lib/members/commands/set-role';

export const PUT = commandRoute(setRole);
