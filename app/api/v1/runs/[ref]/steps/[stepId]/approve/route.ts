import { commandRoute } from '@/lib/http/route';
import { approveStep } from '@/lib/runs/commands/approve-step';

export const POST = commandRoute(approveStep);
