import { commandRoute } from '@/lib/http/route';
import { enableMember } from '@/lib/members/commands/enable-member';

export const POST = commandRoute(enableMember);
