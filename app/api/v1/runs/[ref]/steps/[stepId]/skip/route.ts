import { commandRoute } from '@/lib/http/route';
import { skipStep } from '@/lib/runs/commands/skip-step';

export const POST = commandRoute(skipStep);
