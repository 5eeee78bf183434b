import { commandRoute } from '@/lib/http/route';
import { publishPlan } from '@/lib/plans/commands/publish';

export const POST = commandRoute(publishPlan, { status: 201 });
