import { commandRoute } from '@/lib/http/route';
import { confirmStep } from '@/lib/runs/commands/confirm-step';

export const POST = commandRoute(confirmStep);
