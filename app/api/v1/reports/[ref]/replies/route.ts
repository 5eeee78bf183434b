import { commandRoute } from '@/lib/http/route';
import { replyToTeam } from '@/lib/reports/commands/reply';

export const POST = commandRoute(replyToTeam, { status: 201 });
