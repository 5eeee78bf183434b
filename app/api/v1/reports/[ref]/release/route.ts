import { commandRoute } from '@/lib/http/route';
import { releaseReport } from '@/lib/reports/commands/release';

export const POST = commandRoute(releaseReport);
