import { confirmFinding } from '@/lib/checks/commands/confirm-finding';
import { commandRoute } from '@/lib/http/route';

export const POST = commandRoute(confirmFinding);
