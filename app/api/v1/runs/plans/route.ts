import { queryRoute } from '@/lib/http/route';
import { recoveryPlans } from '@/lib/runs/queries/recovery-plans';

export const GET = queryRoute(recoveryPlans);
