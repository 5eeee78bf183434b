import { trackingCommand } from '@/lib/http/tracking-route';
import { confirmReport } from '@/lib/reports/commands/confirm';

export const POST = trackingCommand(confirmReport);
