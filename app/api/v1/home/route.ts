import { homeSummary } from '@/lib/home/summary';
import { queryRoute } from '@/lib/http/route';

export const GET = queryRoute(homeSummary);
