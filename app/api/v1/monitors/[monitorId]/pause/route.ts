import { commandRoute } from '@/lib/http/route';
import { pauseMonitor } from '@/lib/monitors/commands/pause';

export const POST = commandRoute(pauseMonitor);
