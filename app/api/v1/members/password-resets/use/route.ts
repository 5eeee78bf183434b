import { commandRoute } from '@/lib/http/route';
import { resetPassword } from '@/lib/members/commands/reset-password';

export const POST = commandRoute(resetPassword);
