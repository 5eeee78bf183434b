import { trackingCommand } from '@/lib/http/tracking-route';
import { replyToTeam } from '@/lib/reports/commands/reply';

export const POST = trackingCommand(replyToTeam, 201);
