import { verifyChain } from '@/lib/audit/verify';
import { queryRoute } from '@/lib/http/route';

export const GET = queryRoute(verifyChain);
