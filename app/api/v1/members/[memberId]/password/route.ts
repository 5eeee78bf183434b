import { commandRoute } from '@/lib/http/route';
import { changePassword } from '@/lib/members/commands/change-password';

export const PUT = commandRoute(changePassword);
