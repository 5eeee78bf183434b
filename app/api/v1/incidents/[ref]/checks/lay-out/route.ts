import { layOutChecklist } from '@/lib/checks/commands/lay-out';
import { commandRoute } from '@/lib/http/route';

export const POST = commandRoute(layOutChecklist);
