import { queryRoute } from '@/lib/http/route';
import { readResult } from '@/lib/suites/queries/result';

export const GET = queryRoute(readResult);
