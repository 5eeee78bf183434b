import { commandRoute } from '@/lib/http/route';
import { confirmReport } from '@/lib/reports/commands/confirm';

export const POST = commandRoute(confirmReport);
