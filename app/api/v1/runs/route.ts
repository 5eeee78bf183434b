import { commandRoute, queryRoute } from '@/lib/http/route';
import { startRun } from '@/lib/runs/commands/start';
import { runList } from '@/lib/runs/queries/list';

export const GET = queryRoute(runList);
export const POST = commandRoute(startRun, { status: 201 });
