import { commandRoute } from '@/lib/http/route';
import { withdrawInvitation } from '@/lib/members/commands/withdraw-invitation';

export const DELETE = commandRoute(withdrawInvitation);
