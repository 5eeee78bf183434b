import { queryRoute } from '@/lib/http/route';
import { triageQueue } from '@/lib/triage/queries/queue';

export const GET = queryRoute(triageQueue);
