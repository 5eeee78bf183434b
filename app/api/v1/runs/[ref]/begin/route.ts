import { commandRoute } from '@/lib/http/route';
import { beginRun } from '@/lib/runs/commands/begin';

export const POST = commandRoute(beginRun);
