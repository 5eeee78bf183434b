import { listEvents } from '@/lib/audit/list-events';
import { verifyChain } from '@/lib/audit/verify';
import type { Rows } from '@/lib/platform/route';

export const auditRoutes = {
  'GET /audit': listEvents,
  'GET /audit/verify': verifyChain,
} satisfies Rows;
