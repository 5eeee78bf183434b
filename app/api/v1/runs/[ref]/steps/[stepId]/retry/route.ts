import { commandRoute } from '@/lib/http/route';
import { retryStep } from '@/lib/runs/commands/retry-step';

export const POST = commandRoute(retryStep);
