import { commandRoute } from '@/lib/http/route';
import { disableMember } from '@/lib/members/commands/disable-member';

export const POST = commandRoute(disableMember);
