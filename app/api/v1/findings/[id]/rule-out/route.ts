import { ruleOutFinding } from '@/lib/checks/commands/rule-out-finding';
import { commandRoute } from '@/lib/http/route';

export const POST = commandRoute(ruleOutFinding);
