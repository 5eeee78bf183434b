import { commandRoute } from '@/lib/http/route';
import { decideStep } from '@/lib/runs/commands/decide-step';

export const POST = commandRoute(decideStep);
