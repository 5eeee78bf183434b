import { commandRoute } from '@/lib/http/route';
import { chooseSnapshot } from '@/lib/runs/commands/choose-snapshot';

export const POST = commandRoute(chooseSnapshot);
