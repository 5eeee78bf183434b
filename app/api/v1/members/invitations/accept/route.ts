import { commandRoute } from '@/lib/http/route';
import { acceptInvitation } from '@/lib/members/commands/accept-invitation';

export const POST = commandRoute(acceptInvitation, { status: 201 });
