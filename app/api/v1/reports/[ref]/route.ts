import { commandRoute, queryRoute } from '@/lib/http/route';
import { correctReport } from '@/lib/reports/commands/correct';
import { readReport } from '@/lib/reports/queries/read';

export const GET = queryRoute(readReport);
export const PATCH = commandRoute(correctReport);
