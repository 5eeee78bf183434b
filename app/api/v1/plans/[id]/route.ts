import { commandRoute, queryRoute } from '@/lib/http/route';
import { archivePlan } from '@/lib/plans/commands/archive';
import { renamePlan } from '@/lib/plans/commands/rename';
import { planRead } from '@/lib/plans/queries/read';

export const GET = queryRoute(planRead);
export const PATCH = commandRoute(renamePlan);
export const DELETE = commandRoute(archivePlan);
