import { commandRoute } from '@/lib/http/route';
import { replayByHand } from '@/lib/suites/commands/replay';

export const POST = commandRoute(replayByHand, { status: 201 });
