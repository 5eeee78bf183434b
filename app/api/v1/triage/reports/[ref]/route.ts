import { queryRoute } from '@/lib/http/route';
import { triageReport } from '@/lib/triage/queries/report';

export const GET = queryRoute(triageReport);
