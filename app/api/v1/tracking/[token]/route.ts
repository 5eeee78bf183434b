import { handleTracking, trackingCommand } from '@/lib/http/tracking-route';
import { correctReport } from '@/lib/reports/commands/correct';
import { trackReport } from '@/lib/tracking/queries/track';

export const GET = handleTracking(async ({ ctx, ref }) => Response.json(await trackReport(ctx, { ref })));
export const PATCH = trackingCommand(correctReport);
