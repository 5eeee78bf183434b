import { commandRoute, queryRoute } from '@/lib/http/route';
import { stopReplay } from '@/lib/suites/commands/stop-replay';
import { readReplay } from '@/lib/suites/queries/replay';

export const GET = queryRoute(readReplay);
/** Stops it; what it found so far stays. */
export const DELETE = commandRoute(stopReplay);
