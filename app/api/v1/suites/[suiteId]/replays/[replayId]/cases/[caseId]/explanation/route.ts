import { commandRoute } from '@/lib/http/route';
import { explainDifference } from '@/lib/suites/commands/explain';

export const PUT = commandRoute(explainDifference);
