import { commandRoute } from '@/lib/http/route';
import { resumeRun } from '@/lib/runs/commands/resume';

export const POST = commandRoute(resumeRun);
