import { commandRoute } from '@/lib/http/route';
import { takeOverRun } from '@/lib/runs/commands/take-over';

export const POST = commandRoute(takeOverRun);
