import { commandRoute } from '@/lib/http/route';
import { pauseRun } from '@/lib/runs/commands/pause';

export const POST = commandRoute(pauseRun);
