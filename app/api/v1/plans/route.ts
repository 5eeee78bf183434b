import { commandRoute, queryRoute } from '@/lib/http/route';
import { createPlan } from '@/lib/plans/commands/create';
import { planList } from '@/lib/plans/queries/list';

export const GET = queryRoute(planList);
export const POST = commandRoute(createPlan, { status: 201 });
