import { checkRead } from '@/lib/checks/queries/check-results';
import { queryRoute } from '@/lib/http/route';

export const GET = queryRoute(checkRead);
