import { trackingCommand } from '@/lib/http/tracking-route';
import { markRead } from '@/lib/reports/commands/mark-read';

export const POST = trackingCommand(markRead);
