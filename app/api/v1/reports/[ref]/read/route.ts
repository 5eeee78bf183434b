import { commandRoute } from '@/lib/http/route';
import { markRead } from '@/lib/reports/commands/mark-read';

export const POST = commandRoute(markRead);
