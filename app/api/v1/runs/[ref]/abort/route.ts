import { commandRoute } from '@/lib/http/route';
import { abortRun } from '@/lib/runs/commands/abort';

export const POST = commandRoute(abortRun);
